"""PyPI `schemathesis`, which makes requests from the OpenAPI document and compares the answers with the document."""

import subprocess
import sys
from pathlib import Path

program = Path(sys.executable).with_name("st")
config = Path(__file__).with_name("schemathesis.toml")
run = [program, "--config-file", config, "run", sys.argv[1]]
# Standard output is for lines of JSON.
sys.exit(subprocess.run(run, stdout=sys.stderr).returncode)
