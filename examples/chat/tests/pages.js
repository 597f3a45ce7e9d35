// The chat pages in Chromium: `node pages.js URL PAGE FAILING_URL`. Prints lines of JSON.
import { createRequire } from "node:module";

const { chromium } = createRequire(`${process.env.RUNNABLE_CLIENTS}/`)("playwright-core");
const [url, name, failing] = process.argv.slice(2);
// A test may run as root, for whom Chromium has no sandbox. The page is of the test's own server.
const browser = await chromium.launch({ executablePath: process.env.RUNNABLE_CHROMIUM, args: ["--no-sandbox"] });
const say = (value) => console.log(JSON.stringify(value));
const errors = [];

async function open(base) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${base}/${name}?languages=spanish,french`);
  await page.getByRole("button", { name: "Send" }).waitFor();
  return page;
}

/** Returns the texts of the parts of each answer. */
const answers = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".assistant")].map((answer) =>
      [...answer.querySelectorAll(".part")].map((part) => (part.querySelector("span") ?? part).textContent),
    ),
  );

async function send(page, text) {
  await page.getByLabel("message").fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Waits until the last of `count` answers has the parts that the condition wants. */
async function until(page, count, condition) {
  for (let i = 0; i < 1000; i++) {
    const all = await answers(page);
    if (all.length >= count && condition(all[count - 1])) return all[count - 1];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`still waiting: ${JSON.stringify(await answers(page))} ${errors}`);
}

const idle = (page) => page.getByRole("button", { name: "Send" }).waitFor();
const runs = async () => (await (await fetch(`${url}/runs`)).json()).runs;
const length = (parts) => parts.join("").length;

const page = await open(url);
// Both translations grow at the same time.
await send(page, "good morning");
const early = await until(page, 1, (parts) => length(parts) > 0);
const both = await until(page, 1, (parts) => parts[1]?.length > 0 && parts[2]?.length > 0);
await idle(page);
const [whole] = await answers(page);
say({ streamed: length(early) < length(both) && length(both) < length(whole), whole, runs: (await runs()).length });

// A reload in the middle continues the same answer, and a second turn is another.
await send(page, "and good night");
const before = await until(page, 2, (parts) => length(parts) > 10);
await page.reload();
await until(page, 2, (parts) => length(parts) > length(before));
await idle(page);
say({ answers: await answers(page), runs: (await runs()).length });
await page.reload();
await idle(page);
say({ kept: await answers(page), runs: (await runs()).length });

// A stop ends the run.
await send(page, "and then");
await until(page, 3, (parts) => length(parts) > 10);
await page.getByRole("button", { name: "Stop" }).click();
await idle(page);
let run;
for (let i = 0; i < 300 && run?.status !== "cancelled"; i++) {
  [run] = await runs();
  await new Promise((resolve) => setTimeout(resolve, 10));
}
say({ stopped: run.status, users: await page.locator(".user").count() });

const refused = await open(failing);
await send(refused, "good morning");
await refused.locator(".error").waitFor();
say({ error: await refused.locator(".error").innerText(), errors });
await browser.close();
