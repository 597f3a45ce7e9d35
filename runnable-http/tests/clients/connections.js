// Reconnects after the last event until the server answers 204, as a program around a parser does.
export async function connections(parse) {
  let last = "";
  const seen = ({ id, data }) => {
    last = id;
    console.log(JSON.stringify({ id, data }));
  };
  for (;;) {
    const response = await fetch(process.argv[2], { headers: { "last-event-id": last } });
    if (response.status === 204) {
      return;
    }
    try {
      await parse(response, seen);
    } catch (error) {
      // The connection was lost; any other error is a defect.
      if (error.message !== "terminated") {
        throw error;
      }
    }
  }
}
