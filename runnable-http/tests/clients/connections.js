// What a program does around a parser: it asks again after the last event, until there is none.
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
      // The connection was cut; anything else is a mistake.
      if (error.message !== "terminated") {
        throw error;
      }
    }
  }
}
