// Reads a run to its end, over as many connections as it takes. `show` gets each event, and the text of every step so far.
export async function read(url, show, { signal, headers } = {}) {
  const cut = () => ({ status: 502, done: true });
  connect: for (let id = "", texts = {}; !signal?.aborted; await new Promise((resolve) => setTimeout(resolve, 2000))) {
    const response = await fetch(url, { signal, headers: { ...headers, "last-event-id": id } }).catch(cut);
    if (response.status === 204) return texts;
    if (response.status >= 500) continue;
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = "", part; !(part = await reader.read().catch(cut)).done; ) {
      const blocks = (rest + part.value).split("\n\n");
      for (rest = blocks.pop(); blocks.length; ) {
        let event = JSON.parse(blocks.shift().match(/^data: (.*)/m)[1]);
        if (event.data?.truncated) {
          const whole = await fetch(`${response.url.split("?")[0]}/${event.seq}`, { signal, headers }).catch(cut);
          event = whole.ok ? await whole.json().catch(cut) : cut();
          if (!event.seq) continue connect; // The event comes again.
        }
        const step = `${event.path?.join("/")}/`;
        if (event.type === "step.reset") for (const key in texts) if (key.startsWith(step)) delete texts[key];
        if (event.type === "chunk") texts[step] = (texts[step] ?? "") + event.data.text;
        show(event, texts, (id = event.id ?? id));
        if (event.type === "run.finished") return texts;
      }
    }
  }
}
