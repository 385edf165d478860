// What a page does beyond what it shows: a button to copy code, a table of contents that follows. Without it every page is whole.
(() => {
  "use strict";

  function completeText() {
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
    }
    // What scrolls sideways has to be reached by the keyboard, too.
    for (const wide of document.querySelectorAll(".prose pre, .prose table")) {
      if (wide.scrollWidth > wide.clientWidth)
        wide.tabIndex = 0;
    }
    for (const box of document.querySelectorAll(".prose input[type=checkbox]"))
      box.ariaLabel = box.checked ? "Done" : "To do";
  }

  function followHeadings() {
    const links = new Map();
    for (const link of document.querySelectorAll(".toc a")) {
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

  function completeSides() {
    for (const side of document.querySelectorAll(".side")) {
      // A long list shows where one is.
      const show = () => {
        const current = side.querySelector("[aria-current=page]");
        if (current && current.offsetTop > side.clientHeight * .8)
          side.scrollTop = current.offsetTop - side.clientHeight / 2;
      };
      show();
      side.addEventListener("toggle", show);
      // A heading of this page is no other page, on which it would be closed.
      side.addEventListener("click", event => event.target.closest("a") && side.matches(":popover-open") && side.hidePopover());
    }
  }

  completeText();
  followHeadings();
  completeSides();
  // In Development a page is refreshed in place.
  addEventListener("contentlive", completeText);
})();
