// In Development a page follows its articles: what it shows is replaced in place after a save, and what is wrong is laid over it.
// Articles are not trusted: whatever comes from one is text and never markup.
(() => {
  "use strict";

  const script = document.currentScript;
  const rendered = page => page.title + "\n" + contentOf(page)?.outerHTML;
  let version = script.dataset.version;
  // What the server sent, before a reader opens or fills in anything.
  let last = rendered(document);
  let isRefreshing = false;
  let isStale = false;

  let events;

  // While the page is seen only: a browser opens six connections to a site, and every tab would hold one.
  function connect() {
    events?.close();
    events = undefined;
    if (document.hidden)
      return;
    events = new EventSource(new URL("events", script.src));
    events.onmessage = event => {
      const state = JSON.parse(event.data);
      overlay.show(state.diagnostics);
      if (state.version !== version) {
        version = state.version;
        refresh();
      }
    };
  }

  function contentOf(page) {
    return page.querySelector("main") ?? page.body;
  }

  async function refresh() {
    isStale = true;
    if (isRefreshing)
      return;
    isRefreshing = true;
    while (isStale) {
      isStale = false;
      // Where the program does not answer it is starting again, and its first event asks once more.
      const response = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } }).catch(() => undefined);
      // A page that only says what went wrong in the program has no script: it would be the last that is shown.
      if (response && response.status < 500 && response.headers.get("Content-Type")?.startsWith("text/html"))
        replace(new DOMParser().parseFromString(await response.text(), "text/html"), response);
    }
    isRefreshing = false;
  }

  function replace(next, response) {
    // The article has another address now.
    if (response.redirected)
      history.replaceState(history.state, "", response.url + location.hash);
    const now = rendered(next);
    if (now === last)
      return;
    last = now;
    const focused = document.activeElement;
    document.title = next.title;
    update(contentOf(document), document.adoptNode(contentOf(next)));
    if (focused?.id && !focused.isConnected)
      document.getElementById(focused.id)?.focus({ preventScroll: true });
    dispatchEvent(new Event("contentlive"));
  }

  // Elements that stay the same stay in place, with focus, selection and scroll position; the browser keeps what is on the screen where it is.
  function update(old, next) {
    if (old.isEqualNode(next))
      return;
    if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== next.nodeName || old.id !== next.id) {
      old.replaceWith(next);
      return;
    }
    updateAttributes(old, next);
    const before = [...old.childNodes];
    const after = [...next.childNodes];
    let start = 0;
    while (start < before.length && start < after.length && before[start].isEqualNode(after[start]))
      start++;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before.at(-1 - end).isEqualNode(after.at(-1 - end)))
      end++;
    const removed = before.slice(start, before.length - end);
    const added = after.slice(start, after.length - end);
    const following = before[before.length - end] ?? null;
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      if (i >= removed.length)
        old.insertBefore(added[i], following);
      else if (i >= added.length)
        removed[i].remove();
      else
        update(removed[i], added[i]);
    }
  }

  function updateAttributes(old, next) {
    // What a reader has unfolded stays so.
    const isReaders = name => name === "open" && old.nodeName === "DETAILS";
    for (const { name } of [...old.attributes]) {
      if (!next.hasAttribute(name) && !isReaders(name))
        old.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value && !isReaders(name))
        old.setAttribute(name, value);
    }
  }

  // A list at the foot of the window, in a tree of its own: the styles of the site do not reach it, and its own reach nothing else.
  const overlay = (() => {
    const most = 50;
    const style = new CSSStyleSheet();
    style.replaceSync(`
      :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; }
      section { max-height: 45vh; overflow: auto; padding: 12px 20px 16px; background: #1d1f23; color: #f4f2ee; border-top: 3px solid #ff8f7d;
        font: 14px/1.5 system-ui, sans-serif; box-shadow: 0 -4px 24px #0006; }
      header { display: flex; gap: 16px; align-items: center; }
      h2 { flex: 1; margin: 0; font-size: 15px; }
      ul { margin: 8px 0 0; padding: 0; list-style: none; }
      li { padding: 6px 0; border-top: 1px solid #ffffff26; overflow-wrap: anywhere; }
      a { color: #9fcbff; } a, button { outline-offset: 2px; }
      button { font: inherit; color: inherit; background: none; border: 1px solid #ffffff66; border-radius: 4px; padding: 2px 10px; cursor: pointer; }
      .severity { color: #ff8f7d; font-weight: 600; } .warning { color: #ffd27d; }
      p { margin: 0; white-space: pre-wrap; }`);
    let host;
    let shown = "[]";

    function element(name, text = "", attributes = {}) {
      const made = document.createElement(name);
      made.textContent = text;
      for (const [attribute, value] of Object.entries(attributes))
        made.setAttribute(attribute, value);
      return made;
    }

    function item(diagnostic) {
      const line = element("li");
      const place = element("div");
      if (diagnostic.place)
        place.append(diagnostic.editor ? element("a", diagnostic.place, { href: diagnostic.editor, class: "place" }) : diagnostic.place, " ");
      place.append(element("span", diagnostic.isError ? "error" : "warning", { class: diagnostic.isError ? "severity" : "severity warning" }), " ");
      place.append(diagnostic.help
        ? element("a", diagnostic.code, { href: new URL(diagnostic.help, script.src), target: "_blank", rel: "noreferrer", class: "help" })
        : diagnostic.code);
      line.append(place, element("p", diagnostic.message));
      return line;
    }

    function make(diagnostics) {
      const section = element("section", "", { role: "status", "aria-label": "What is wrong with the articles" });
      const header = element("header");
      const hide = element("button", "Hide", { type: "button" });
      hide.addEventListener("click", () => host.remove());
      header.append(element("h2", diagnostics.length === 1 ? "1 problem in the articles" : `${diagnostics.length} problems in the articles`), hide);
      const list = element("ul");
      list.append(...diagnostics.slice(0, most).map(item));
      if (diagnostics.length > most)
        list.append(element("li", `and ${diagnostics.length - most} more, in the terminal`));
      section.append(header, list);
      return section;
    }

    return {
      show(diagnostics) {
        // What a reader has hidden comes back when something else is wrong.
        const wanted = JSON.stringify(diagnostics);
        if (wanted === shown)
          return;
        shown = wanted;
        if (!host) {
          host = document.createElement("content-live");
          host.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
        }
        if (diagnostics.length === 0) {
          host.remove();
          return;
        }
        host.shadowRoot.replaceChildren(make(diagnostics));
        document.documentElement.append(host);
      },
    };
  })();

  document.addEventListener("visibilitychange", connect);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", connect);
})();
