// What a page does beyond what it shows: a button to copy code, and a table of contents that follows. Without it every page is whole.
(() => {
  "use strict";

  function addCopyButtons() {
    for (const code of document.querySelectorAll(".prose pre > code")) {
      const pre = code.parentElement;
      if (pre.parentElement.classList.contains("code"))
        continue;
      const frame = document.createElement("div");
      frame.className = "code";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
        button.textContent = "Copied";
        setTimeout(() => button.textContent = "Copy", 1500);
      });
      pre.replaceWith(frame);
      frame.append(pre, button);
      // What scrolls sideways has to be reached by the keyboard, too.
      if (pre.scrollWidth > pre.clientWidth)
        pre.tabIndex = 0;
    }
  }

  function followHeadings() {
    const links = new Map();
    for (const link of document.querySelectorAll(".toc.on-wide a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading)
        links.set(heading, link);
    }
    if (links.size === 0)
      return;
    const mark = () => {
      // The last heading that has passed the upper third; at the end of the page the last one.
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      const headings = [...links.keys()];
      const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3);
      const current = isAtEnd && scrollY > 0 ? headings.at(-1) : passed.at(-1);
      for (const [heading, link] of links) {
        if (heading === current)
          link.setAttribute("aria-current", "location");
        else
          link.removeAttribute("aria-current");
      }
    };
    let isWaiting = false;
    addEventListener("scroll", () => {
      if (isWaiting)
        return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }

  addCopyButtons();
  followHeadings();
  // In Development a page is refreshed in place.
  addEventListener("contentlive", addCopyButtons);
})();
