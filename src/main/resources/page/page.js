"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // A picture that does not come leaves its place empty.
  const lose = (image) => image.classList.add("lost");
  document.addEventListener("error", ({ target }) => target.tagName === "IMG" && lose(target), true);
  for (const image of document.images) {
    if (image.complete && image.src && !image.naturalWidth) lose(image);
  }

  const say = (button) => {
    const before = button.textContent;
    button.textContent = button.dataset.done;
    button.classList.add("done");
    setTimeout(() => {
      button.textContent = before;
      button.classList.remove("done");
    }, 2000);
  };

  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button.copy");
    if (!button || button.classList.contains("done")) return;
    const from = button.dataset.copyFrom;
    const text = from ? document.getElementById(from).textContent : button.dataset.copy;
    copy(text).then(() => say(button), () => {});
  });

  // The blocks to embed, as the options say.
  const options = document.querySelector("form[data-embed]");
  if (!options) return;
  const blocks = [...document.querySelectorAll("code[data-way]")];
  const originals = new Map(blocks.map((block) => [block, block.textContent]));
  const query = (chosen) => {
    const said = [];
    if (chosen.limit !== "5") said.push("limit=" + chosen.limit);
    if (chosen.layout !== "list") said.push("layout=" + chosen.layout);
    if (chosen.theme !== "auto") said.push("theme=" + chosen.theme);
    return said.length ? "?" + said.join("&") : "";
  };
  const inMarkup = (chosen) => query(chosen).replace(/&/g, "&amp;");
  const write = {
    element: (text, chosen) =>
      text.replace(/limit="[^"]*" layout="[^"]*" theme="[^"]*"/,
        `limit="${chosen.limit}" layout="${chosen.layout}" theme="${chosen.theme}"`),
    frame: (text, chosen) =>
      text.replace(/src="([^"]*)"/, (_, src) => `src="${src}${inMarkup(chosen)}"`),
    fragment: (text, chosen) =>
      text.replace(".html", ".html" + (text.startsWith("<") ? inMarkup : query)(chosen)),
    oembed: (text) => text,
  };
  const show = () => {
    const chosen = Object.fromEntries(new FormData(options));
    for (const block of blocks) {
      block.textContent = write[block.dataset.way](originals.get(block), chosen);
    }
    const element = document.querySelector('[data-preview="element"] bantin-feed');
    for (const [name, value] of Object.entries(chosen)) element.setAttribute(name, value);
    const frame = document.querySelector('[data-preview="frame"]');
    const src = "embed/" + options.dataset.embed + query(chosen);
    if (!frame.src.endsWith(src)) frame.src = frame.src.replace(/embed\/[^/]*$/, src);
  };
  options.addEventListener("change", show);
  show();

  // A frame tells how high it is.
  addEventListener("message", (event) => {
    const frame = document.querySelector('[data-preview="frame"]');
    const height = event.data && event.data.bantin && Number(event.data.height);
    if (event.source === frame.contentWindow && height > 0 && height < 10000) {
      frame.style.height = height + "px";
    }
  });
})();
