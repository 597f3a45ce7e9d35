// The page around the views: the place, the theme, the keys, and the form for a token.
import { html, render, useEffect, useRef, useState } from "./vendor/preact.mjs";
import { onUnauthorized } from "./api.mjs";
import { HelpDialog, Login } from "./dialogs.mjs";
import { ListView } from "./list.mjs";
import { go, onPlace, place } from "./place.mjs";
import { RunView } from "./run.mjs";

const THEME = "runnable-theme";
const NEXT = { system: "light", light: "dark", dark: "system" };
const SYMBOL = { system: "◐", light: "○", dark: "●" };

function setTheme(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem(THEME, theme);
}

/** Calls the function of a key, unless the key belongs to a field or to a dialog. */
function onKey(event, keys, help) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const { target } = event;
  const isField = target.matches("input:not([type=checkbox]), textarea, select");
  if (isField) {
    if (event.key === "Escape" || (event.key === "Enter" && target.id === "search")) {
      event.preventDefault();
      target.blur();
      if (event.key === "Enter") keys.current.j?.();
    }
    return;
  }
  // A button or a link handles these keys itself.
  if (["Enter", " "].includes(event.key) && target.closest("a, button, summary, input, [role=button]")) return;
  const all = { ...keys.current, "/": () => document.getElementById("search")?.focus(), "?": help };
  const call = all[event.key];
  if (!call) return;
  event.preventDefault();
  call();
}

function Page() {
  const [state, setState] = useState(place());
  const [login, setLogin] = useState(false);
  const [help, setHelp] = useState(false);
  const [theme, choose] = useState(localStorage.getItem(THEME) ?? "system");
  const keys = useRef({});
  useEffect(() => onPlace(() => setState(place())), []);
  useEffect(() => {
    setTheme(theme);
  }, [theme]);
  useEffect(() => onUnauthorized(() => setLogin(true)), []);
  useEffect(() => {
    const key = (event) => onKey(event, keys, () => setHelp(true));
    // Links of the page change the place without loading the page again.
    const click = (event) => {
      const anchor = event.target.closest("a[href]");
      if (!anchor || anchor.download || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (anchor.origin !== location.origin || anchor.pathname !== location.pathname) return;
      event.preventDefault();
      go(Object.fromEntries(new URLSearchParams(anchor.search)), { from: {} });
    };
    addEventListener("keydown", key);
    addEventListener("click", click);
    return () => {
      removeEventListener("keydown", key);
      removeEventListener("click", click);
    };
  }, []);
  useEffect(() => {
    document.title = state.run ? `${state.run.slice(0, 10)} · runnable` : "Runs · runnable";
  }, [state.run]);
  return html`<header class="page"><a class="brand" href=${location.pathname}>runnable</a><span class="space"></span>
      <button type="button" class="quiet" onClick=${() => setHelp(true)} aria-label="Keys">?</button>
      <button type="button" class="quiet" onClick=${() => choose(NEXT[theme])} aria-label=${`Theme: ${theme}`}
        title=${`Theme: ${theme}`}>${SYMBOL[theme]}</button></header>
    ${
      login
        ? html`<${Login} onDone=${() => setLogin(false)} />`
        : state.run
          ? html`<${RunView} key=${state.run} id=${state.run} state=${state} keys=${keys} />`
          : html`<${ListView} state=${state} keys=${keys} />`
    }
    ${help && html`<${HelpDialog} onClose=${() => setHelp(false)} />`}`;
}

/** Shows the page. */
export function showPage() {
  setTheme(localStorage.getItem(THEME) ?? "system");
  render(html`<${Page} />`, document.getElementById("page"));
}

showPage();
