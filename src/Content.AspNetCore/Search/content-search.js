// Search as one types, for every form with data-content-search. With a server behind it the server searches; from files alone, the browser does, with the reader that lies
// beside the index. Texts are not trusted: whatever is found is text and never markup.
(() => {
  "use strict";

  const address = "__ADDRESS__";
  const sitePath = "__SITE__";
  const folder = address.replace(/\/$/, "");
  const script = new URL(document.currentScript.src);
  // What stands before the addresses of the site here, which may be published below another path.
  const root = script.pathname.slice(0, script.pathname.length - (folder + "/content-search.js").length);
  const at = url => root + (url.startsWith(sitePath) ? url.slice(sitePath.length) : url);
  const most = 8;

  let isServed;

  async function search(query, limit) {
    if (!query.trim())
      return [];
    if (isServed !== false) {
      const response = await fetch(`${root}${address}?q=${encodeURIComponent(query)}&limit=${limit}&format=json`, { headers: { Accept: "application/json" } }).catch(() => undefined);
      const isJson = response?.headers.get("Content-Type")?.startsWith("application/json");
      isServed ??= response ? response.ok && isJson : undefined;
      if (isServed && !(response?.ok && isJson))
        throw new Error("The server does not answer.");
      if (isServed)
        return (await response.json()).hits;
    }
    const reader = await import(`${root}${folder}/index/reader.js`);
    return reader.search(query, limit, at);
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes))
      made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  function marked(hit) {
    const parts = [];
    let from = 0;
    for (const [start, length] of hit.matches) {
      parts.push(hit.snippet.slice(from, start), element("mark", {}, hit.snippet.slice(start, start + length)));
      from = start + length;
    }
    return [...parts, hit.snippet.slice(from)];
  }

  const titleOf = hit => hit.heading ? `${hit.title} › ${hit.heading}` : hit.title;

  const silence = (hits, query) => hits ? query.trim() ? "Nothing was found." : "" : "The search does not answer.";

  /** Runs the last of several searches only; what could not be searched is shown without hits. */
  function searcher(show) {
    let last = 0;
    let waiting;
    let isRunning = false;
    return {
      run(query, limit) {
        clearTimeout(waiting);
        const own = ++last;
        isRunning = true;
        waiting = setTimeout(async () => {
          const hits = await search(query, limit).catch(() => undefined);
          if (own !== last)
            return;
          isRunning = false;
          show(hits, query);
        }, 60);
      },
      /** Whether there was one to stop. */
      stop() {
        clearTimeout(waiting);
        last++;
        const wasRunning = isRunning;
        isRunning = false;
        return wasRunning;
      },
    };
  }

  function completeForm(form, number) {
    const input = form.querySelector("input[name=q]");
    const id = `content-search-${number}`;
    const list = element("ul", { id, class: "content-search-list", role: "listbox", "aria-label": "Search results", hidden: "" });
    form.append(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" }))
      input.setAttribute(name, value);
    // The choice is an element, not a number: what was chosen goes with its list.
    let chosen;

    const choices = () => [...list.children].filter(item => item.querySelector("a"));

    function open(isOpen) {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", isOpen);
      if (!isOpen)
        choose(undefined);
    }

    function choose(item) {
      chosen?.setAttribute("aria-selected", "false");
      chosen = item;
      chosen?.setAttribute("aria-selected", "true");
      chosen?.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", chosen?.id ?? "");
    }

    const searching = searcher((hits, query) => {
      choose(undefined);
      list.replaceChildren(...(hits ?? []).map((hit, place) => {
        const item = element("li", { id: `${id}-${place}`, role: "option", "aria-selected": "false" },
          element("a", { href: hit.url, tabindex: "-1" }, titleOf(hit)), element("p", {}, ...marked(hit)));
        item.addEventListener("click", event => event.target.closest("a") || item.querySelector("a").click());
        item.addEventListener("pointermove", () => chosen === item || choose(item));
        return item;
      }));
      if (!list.hasChildNodes() && silence(hits, query))
        list.append(element("li", { class: "content-search-none", role: "option", "aria-disabled": "true" }, silence(hits, query)));
      list.dataset.query = query;
      open(query.trim() !== "" && document.activeElement === input);
    });

    // What is shown for these words already is shown again as it is.
    const show = () => list.dataset.query === input.value ? open(input.value.trim() !== "") : searching.run(input.value, most);

    input.addEventListener("input", () => {
      // Enter is for what is written now, while the list is still that of the words before.
      choose(undefined);
      searching.run(input.value, most);
    });
    input.addEventListener("focus", () => input.value && show());
    input.addEventListener("blur", () => setTimeout(() => form.contains(document.activeElement) || open(false), 150));
    input.addEventListener("keydown", event => {
      // While letters are put together, keys are for what does that.
      if (event.isComposing)
        return;
      if (event.key === "Escape") {
        event.preventDefault();
        // One press takes back what the last words called up, be it there or still on its way; the next leaves the box.
        const wasSearching = searching.stop();
        if (list.hidden && !wasSearching)
          input.blur();
        open(false);
      } else if (event.key === "ArrowDown" && list.hidden && input.value) {
        event.preventDefault();
        show();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && choices().length > 0) {
        event.preventDefault();
        const all = choices();
        const place = all.indexOf(chosen);
        choose(event.key === "ArrowDown" ? all[(place + 1) % all.length] : all.at(Math.max(place, 0) - 1));
      } else if (event.key === "Enter" && chosen) {
        event.preventDefault();
        chosen.querySelector("a").click();
      }
    });
    // Written before this script was there.
    if (document.activeElement === input && input.value)
      show();
  }

  function completePage(form) {
    const input = form.querySelector("input[name=q]");
    const results = document.querySelector("[data-content-results]");
    const searching = searcher((hits, query) => {
      history.replaceState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      results.replaceChildren(hits?.length > 0
        ? element("ol", { class: "hits" }, ...hits.map(hit => element("li", {}, element("a", { href: hit.url }, titleOf(hit)), element("p", {}, ...marked(hit)))))
        : element("p", {}, silence(hits, query)));
    });
    const run = () => searching.run(input.value, 20);
    input.addEventListener("input", run);
    form.addEventListener("submit", event => {
      event.preventDefault();
      run();
    });
    // From files, the page is the same whatever was asked for; and somebody may have written on before this script was there.
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    if (asked && !input.value)
      input.value = asked;
    if (input.value !== input.defaultValue)
      run();
  }

  const forms = [...document.querySelectorAll("form[data-content-search]")];
  forms.forEach((form, number) => form.dataset.contentSearch === "page" ? completePage(form) : completeForm(form, number));

  addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]"))
      return;
    const input = forms.map(form => form.querySelector("input[name=q]")).find(candidate => candidate.checkVisibility());
    if (input) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
