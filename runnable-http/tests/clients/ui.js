// The page for runs in Chromium: `node ui.js URL SCENARIO [ARGUMENT ..]`. Prints lines of JSON.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const [url, name, ...rest] = process.argv.slice(2);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A test may run as root, for whom Chromium has no sandbox. The page is of the test's own server.
const browser = await chromium.launch({ executablePath: process.env.RUNNABLE_CHROMIUM, args: ["--no-sandbox"] });
const say = (value) => console.log(JSON.stringify(value));
const errors = [];

async function open(search, { colorScheme = "light", viewport = { width: 1280, height: 800 }, context } = {}) {
  context ??= await browser.newContext({ colorScheme, viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  // The browser reports each answer of 400 or more, and each connection that is refused.
  page.on(
    "console",
    (message) =>
      message.type() === "error" && !/Failed to load resource/.test(message.text()) && errors.push(message.text()),
  );
  page.on("dialog", (dialog) => {
    errors.push(dialog.message());
    dialog.dismiss();
  });
  page.requested = [];
  page.on("request", (request) => page.requested.push(request.url()));
  await page.goto(new URL(`ui/${search}`, url).href);
  return page;
}

const line = (page) => page.locator("#connection").innerText();
const badge = (page) => page.locator(".badge").innerText();
const wait = (page, selector, text) => page.locator(selector, { hasText: text }).first().waitFor();
const lane = (page, path) =>
  page.evaluate(
    (path) =>
      [...document.querySelectorAll(".lane")]
        .find((lane) => lane.querySelector("header").dataset.path === path)
        ?.querySelector("p").textContent,
    path,
  );
const classes = (page, id) =>
  page.evaluate((id) => document.querySelector(`.picture [data-id="${id}"]`)?.getAttribute("class"), id);

/** Starts a run once the browser is there, and returns its id. */
async function start(pipeline, body) {
  const headers = { "content-type": "application/json", prefer: "respond-async" };
  return (await (await fetch(new URL(`pipelines/${pipeline}`, url), { method: "POST", headers, body })).json()).id;
}

/** Returns the findings of axe, by rule. */
async function findings(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
}

/** Presses Tab until an element with this text has the focus. */
async function tabTo(page, text) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (
      await page.evaluate(
        (text) => document.activeElement.textContent.trim() === text || document.activeElement.value === text,
        text,
      )
    )
      return;
  }
  throw new Error(`Tab does not reach ${text}`);
}

const scenarios = {
  /** A live run: its graph, its timeline and its text, and the files of the page. */
  async live(body) {
    const run = await start("narrate", body);
    const page = await open(`?run=${run}`);
    await wait(page, ".badge", "running");
    const seen = new Set();
    const took = new Set();
    while ((await badge(page)).includes("running")) {
      seen.add(await classes(page, "speak"));
      took.add(await page.locator(".facts .took").innerText());
      await page.waitForTimeout(30);
    }
    seen.add(await classes(page, "speak"));
    await wait(page, "#connection", "ended");
    await page.waitForTimeout(100);
    const files = page.requested.filter((url) => new URL(url).pathname.startsWith("/ui/"));
    let size = 0;
    for (const file of files) size += gzipSync(await (await fetch(file)).text(), { level: 9 }).length;
    say({
      seen: [...seen],
      ticks: took.size,
      badge: await badge(page),
      text: await lane(page, "speak"),
      voice: await classes(page, "voice"),
      rows: await page.locator(".rows .row:visible .text").allInnerTexts(),
      files: files.length,
      size,
      foreign: page.requested.filter((requested) => !requested.startsWith(new URL(url).origin)),
      images: await page.locator("img").count(),
      evil: await page.evaluate(() => window.evil ?? null),
    });
  },

  /** A link to a step, with the timeline unfolded. */
  async link(run) {
    const page = await open(`?run=${run}&step=voice`);
    await wait(page, ".details .value", "narration");
    const details = await page.locator(".details").innerText();
    await page.locator(".row", { hasText: "speak" }).click();
    await wait(page, ".details h2", "speak");
    const there = new URL(page.url()).search;
    await page.reload();
    await wait(page, ".details h2", "speak");
    await page.goBack();
    await wait(page, ".details h2", "voice");
    await page.keyboard.press("Escape");
    await page.locator(".details").waitFor({ state: "detached" });
    say({ details, there });
  },

  /** A server that is killed and started again. The test acts when a line arrives, and answers with a line. */
  async killed(body) {
    const run = await start("narrate", body);
    const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const page = await open(`?run=${run}`);
    await page.waitForFunction(() => document.querySelector(".lane p")?.textContent.length > 3);
    say({ run, line: await line(page) });
    await wait(page, "#connection", "connection lost");
    say({ lost: await page.locator("footer.line").innerText() });
    const took = await page.locator(".facts .took").innerText();
    await page.waitForTimeout(700);
    const still = took === (await page.locator(".facts .took").innerText());
    say({ still });
    await answers.next();
    await wait(page, ".badge", "succeeded");
    await wait(page, "#connection", "ended");
    await page.waitForTimeout(100);
    say({
      text: await lane(page, "speak"),
      gap: await page.locator(".gapnote").allInnerTexts(),
      events: await page.locator("footer.line").innerText(),
    });
  },

  /** A server that hangs: its connections stay open, and nothing arrives. */
  async frozen(body) {
    const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const page = await open(`?run=${await start("wait", body)}`);
    await wait(page, "#connection", "live");
    say({ live: await page.locator(".facts .took").innerText() });
    await wait(page, "#connection", "connection lost");
    say({ lost: true });
    await answers.next();
    await wait(page, "#connection", "live");
    say({ badge: await badge(page), took: parseFloat(await page.locator(".facts .took").innerText()) });
  },

  /** A value that is too large to be shown as a whole. */
  async large(run) {
    const page = await open(`?run=${run}&step=swell`);
    const value = page.locator(".details .value", { hasText: "out" });
    await value.locator("button", { hasText: "Show" }).click();
    await value.locator("pre").waitFor();
    const shown = (await value.locator("pre").textContent()).length;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      value.locator("button", { hasText: "Download" }).click(),
    ]);
    say({ shown, saved: readFileSync(await download.path(), "utf8").length });
  },

  /** The files of two steps. */
  async files(run) {
    const files = async (step) => {
      const page = await open(`?run=${run}&step=${step}`);
      await page.locator(".files li").first().waitFor();
      return (await page.locator(".files li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    };
    say({ files: await files("speak"), voice: await files("voice") });
  },

  /** Find, open, fork and cancel, with nothing but the keyboard. */
  async keyboard(run) {
    const page = await open("");
    const { keyboard } = page;
    await wait(page, ".entry", "narrate");
    await keyboard.press("/");
    await keyboard.type("pipeline:narrate");
    await page.waitForFunction(() => document.querySelectorAll(".entry:not([hidden])").length === 1);
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await wait(page, ".badge", "succeeded");
    const opened = new URL(page.url()).searchParams.get("run");
    await page.locator(".rows .row").first().waitFor();
    await keyboard.press("j");
    await keyboard.press("Enter");
    await wait(page, ".details h2", "voice");
    await tabTo(page, "Fork at…");
    await keyboard.press("Enter");
    const dialog = await page.locator("dialog").innerText();
    await keyboard.press("Enter");
    await page.waitForFunction((run) => !location.search.includes(run), run);
    await wait(page, ".badge", "succeeded");
    const parent = await page.locator(".facts a").getAttribute("href");
    await keyboard.press("Escape");
    await wait(page, ".entry", "wait");
    await keyboard.press("?");
    const help = await page.locator("dialog").innerText();
    await keyboard.press("Escape");
    await keyboard.press("/");
    await keyboard.type("pipeline:wait");
    await page.waitForFunction(() => document.querySelectorAll(".entry:not([hidden])").length === 1);
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await wait(page, ".badge", "running");
    await tabTo(page, "Cancel");
    await keyboard.press("Enter");
    await page.locator("dialog").waitFor();
    await keyboard.press("Enter");
    await wait(page, ".badge", "cancelled");
    say({ opened, dialog, parent, help });
  },

  /** Questions before a fork and before a resume. */
  async changes(order, failed) {
    const page = await open(`?run=${order}&step=charge`);
    await wait(page, ".badge", "succeeded");
    await page.locator(".details button", { hasText: "Fork at" }).click();
    const warning = await page.locator("dialog .warning").innerText();
    await page.locator("dialog input").fill("nothing");
    const gone = await page.locator("dialog .warning").count();
    await page.locator("dialog button[type=submit]").click();
    const problem = await page.locator("dialog .problem").innerText();
    await page.keyboard.press("Escape");
    await page.goto(new URL(`ui/?run=${failed}`, url).href);
    await wait(page, ".badge", "failed");
    await page.locator(".actions button", { hasText: "Resume" }).click();
    await page.locator("dialog button[type=submit]").click();
    await wait(page, ".gapnote", "resumed");
    await wait(page, "#connection", "ended");
    await wait(page, ".badge", "failed");
    say({
      warning,
      gone,
      problem,
      gap: await page.locator(".gapnote").innerText(),
      attempts: await page.locator(".rows .attempt").count(),
    });
  },

  /** The findings of axe in every view, light and dark, wide and narrow. */
  async axe(run, failed) {
    const found = [];
    for (const colorScheme of ["light", "dark"]) {
      const viewport = colorScheme === "dark" ? { width: 420, height: 800 } : undefined;
      for (const [search, ready] of [
        ["", ".entry"],
        [`?run=${run}&step=speak&fold=0`, ".details .value"],
        [`?run=${failed}&step=fail&view=outline`, ".details .failure"],
        ["?start=narrate", "dialog textarea"],
      ]) {
        const page = await open(search, { colorScheme, viewport });
        await page.locator(ready).first().waitFor();
        await wait(page, "#connection", /ended|live/);
        await page.waitForTimeout(200);
        found.push(...(await findings(page)).map((finding) => `${colorScheme} ${search}: ${finding}`));
        await page.context().close();
      }
    }
    say({ found });
  },

  /** A run with many steps. */
  async many(run, steps) {
    const page = await open("");
    await wait(page, ".entry", "many");
    const began = Date.now();
    await page.evaluate((run) => document.querySelector(`a[href*="${run}"]`).click(), run);
    await page.locator(".rows .row:visible").first().waitFor();
    const first = Date.now() - began;
    await wait(page, "#connection", "ended");
    const whole = Date.now() - began;
    await wait(page, ".rows .text", `×${steps}`);
    const folded = await page.locator(".rows .row:visible").count();
    await page.locator("input[type=checkbox]").first().click();
    await wait(page, ".rows .row", "[0]");
    await page.keyboard.press("End");
    await wait(page, ".rows .row", `[${steps - 1}]`);
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    const frames = await page.evaluate(async () => {
      const [rows, frames] = [document.querySelector(".rows"), []];
      rows.scrollTop = 0;
      for (let i = 0, before = performance.now(); i < 60; i++) {
        rows.scrollTop += 500;
        await new Promise(requestAnimationFrame);
        frames.push(-before + (before = performance.now()));
      }
      return frames.sort((a, b) => a - b)[30];
    });
    await page.keyboard.press("/");
    await page.keyboard.type(`[${steps - 2}]`);
    await wait(page, ".rows .row", `[${steps - 2}]`);
    say({ first, whole, folded, nodes, frames, found: await page.locator(".rows .row:visible").count() });
  },

  /** A list of many runs. */
  async runs(count) {
    const page = await open("");
    await page.locator(".entry:visible").first().waitFor();
    const box = page.locator(".runs");
    let loaded = "";
    const until = Date.now() + 15_000;
    while (!loaded.startsWith(count) && Date.now() < until) {
      await box.evaluate((box) => {
        box.scrollTop = box.scrollHeight;
      });
      await page.waitForTimeout(50);
      loaded = await page.locator("footer.line .dim").innerText();
    }
    await box.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    await wait(page, ".entry", "run-00000");
    say({
      loaded,
      nodes: await page.evaluate(() => document.querySelectorAll("*").length),
      chip: await page.locator(".chip.succeeded").innerText(),
    });
  },

  /** Two tabs with the same run, which is cancelled and resumed in the first. */
  async tabs(body) {
    const run = await start("wait", body);
    const first = await open(`?run=${run}`);
    const second = await open(`?run=${run}`, { context: first.context() });
    const pages = [first, second];
    const confirm = async (text) => {
      await first.locator(".actions button", { hasText: text }).click();
      await first.locator("dialog button[type=submit]").click();
    };
    const badges = [];
    const both = async (status) => {
      for (const page of pages) await wait(page, ".badge", status);
      badges.push(status);
    };
    await both("running");
    await confirm("Cancel");
    await both("cancelled");
    await confirm("Resume");
    await both("running");
    await confirm("Cancel");
    await both("cancelled");
    for (const page of pages) await wait(page, "#connection", "ended");
    say({ badges, gaps: await Promise.all(pages.map((page) => page.locator(".gapnote").count())) });
  },

  /** The list of runs, searched for words of an error. */
  async search(words) {
    const page = await open("");
    await wait(page, ".entry", "narrate");
    const all = await page.locator(".entry:visible").count();
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    await page.waitForFunction(() => document.querySelectorAll(".entry:not([hidden])").length === 1);
    const found = await page.locator(".entry:visible").innerText();
    await page.keyboard.type("!");
    await wait(page, ".empty", "No run matches");
    say({ all, found });
  },

  /** A run whose events are no longer in the log: its steps are read instead. */
  async expired(run) {
    const page = await open(`?run=${run}`);
    await wait(page, "#connection", "ended");
    await wait(page, ".badge", "succeeded");
    await page.locator(".rows .row:visible").first().click();
    await wait(page, ".details .value", "words");
    say({
      rows: await page.locator(".rows .row:visible .text").allInnerTexts(),
      voice: await classes(page, "voice"),
    });
  },

  /** Pictures of a live run, light and dark, and of the list, for the documentation. */
  async pictures(folder, body) {
    const viewport = { width: 1100, height: 620 };
    const run = await start("greet", body);
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(`?run=${run}&fold=0`, { colorScheme, viewport });
      await page.waitForFunction(() => document.querySelectorAll(".lane p").length === 4);
      await page.waitForFunction(() => document.querySelector(".lane p").textContent.length > 30);
      await page.screenshot({ path: `${folder}/page-${colorScheme}.png` });
      await page.context().close();
    }
    const page = await open("", { viewport });
    await wait(page, ".entry", "greet");
    await page.screenshot({ path: `${folder}/page-runs.png` });
    say({ badge: await page.locator(".entry", { hasText: "greet" }).innerText() });
  },

  /** Lanes whose tokens are the times at which they were sent: the time to the frame that shows a token, and the heap. */
  async lanes(body, seconds) {
    const page = await open(`?run=${await start("clocks", body)}`);
    const { lanes } = JSON.parse(body);
    await page.waitForFunction((lanes) => document.querySelectorAll(".lane p").length === lanes, lanes);
    const devtools = await page.context().newCDPSession(page);
    const heap = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    };
    await page.evaluate(() => {
      window.late = [];
      const seen = (changes) => {
        const sent = changes.map(({ target }) => Number(target.data.trimEnd().split(" ").at(-1)));
        requestAnimationFrame(() => window.late.push(...sent.map((time) => Date.now() - time)));
      };
      const options = { characterData: true, subtree: true };
      new MutationObserver(seen).observe(document.querySelector(".lanes"), options);
    });
    const heaps = [];
    for (let part = 0; part < 10; part++) {
      await page.waitForTimeout(seconds * 100);
      heaps.push(await heap());
    }
    const late = (await page.evaluate(() => window.late)).sort((a, b) => a - b);
    say({ tokens: late.length, median: late[late.length >> 1], p95: late[Math.floor(late.length * 0.95)], heaps });
  },

  /** The form that starts a run, with a mistake first. */
  async nested() {
    const page = await open("?start=narrate");
    await page.locator("textarea[name=words]").fill("[1]");
    await page.locator("[name=tone]").fill("loud");
    await page.locator("dialog button[type=submit]").click();
    await wait(page, ".problem", "words");
    const problem = await page.locator(".problem").innerText();
    await page.locator("textarea[name=words]").fill('["a", "b"]');
    await page.locator("dialog button[type=submit]").click();
    await wait(page, ".badge", "succeeded");
    say({ problem, badge: await badge(page), path: new URL(page.url()).pathname });
  },

  /** Tokens: the form, a wrong one, a run of another token, and a token that the service knows no more. */
  async token(foreign) {
    const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const page = await open("");
    const enter = async (token) => {
      await page.locator("input[type=password]").fill(token);
      await page.keyboard.press("Enter");
    };
    await page.locator("input[type=password]").waitFor();
    const asked = await page.locator("form p").innerText();
    const found = await findings(page);
    await enter("wrong");
    await wait(page, "form p", "does not know");
    await enter("anna-secret");
    await wait(page, ".entry", "local");
    const shown = await page.locator(".entry:visible").count();
    const other = await open(`?run=${foreign}`, { context: page.context() });
    await other.evaluate(() => sessionStorage.setItem("runnable-token", "anna-secret"));
    await other.reload();
    await wait(other, "h1", "does not exist, or is not visible");
    await other.close();
    say({ asked, found, shown });
    await answers.next();
    await wait(page, "form p", "has expired");
    await enter("anna-new");
    await wait(page, "#connection", "live");
    say({ again: await page.locator("h1").innerText() });
  },
};

await scenarios[name](...rest);
say({ errors });
await browser.close();
process.exit(0);
