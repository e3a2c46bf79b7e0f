"use strict";
(() => {
  if (customElements.get("bantin-feed")) return;
  const script = document.currentScript;
  const base = script ? script.src.replace(/\/embed\.js(\?.*)?$/, "") : "";

  const LAYOUTS = ["list", "cards", "ticker"];
  const TEXTS = {
    vi: {
      loading: "Đang tải tin…",
      empty: "Chưa có tin, bài nào.",
      away: "Chưa tải được tin mới.",
      unknown: "Không có nguồn tin này.",
    },
    en: {
      loading: "Loading the news…",
      empty: "Nothing has been published yet.",
      away: "The newest could not be loaded.",
      unknown: "There is no such feed.",
    },
  };
  const STYLE = `
    :host { display: block; --ink: var(--bantin-ink, #1a1f1e); --soft: var(--bantin-soft, #55605d);
      --line: var(--bantin-line, #e2dfd6); --accent: var(--bantin-accent, #0a5d57);
      --paper: var(--bantin-paper, #fff); }
    :host([hidden]) { display: none; }
    :host([theme="dark"]) { --ink: var(--bantin-ink, #e8edeb); --soft: var(--bantin-soft, #a5b2ae);
      --line: var(--bantin-line, #2e3937); --accent: var(--bantin-accent, #63cbc0);
      --paper: var(--bantin-paper, #1a2120); }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme="light"])) { --ink: var(--bantin-ink, #e8edeb);
        --soft: var(--bantin-soft, #a5b2ae); --line: var(--bantin-line, #2e3937);
        --accent: var(--bantin-accent, #63cbc0); --paper: var(--bantin-paper, #1a2120); }
    }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    section { padding: var(--bantin-padding, 1rem); background: var(--paper); color: var(--ink);
      border: var(--bantin-border, 1px solid var(--line)); border-radius: var(--bantin-radius, .6rem);
      font: var(--bantin-font, 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
      Arial, sans-serif); overflow-wrap: anywhere; }
    a { color: inherit; text-decoration: none; }
    a:hover { color: var(--accent); text-decoration: underline; }
    a:focus-visible, ul:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .title { font-weight: 700; font-size: 1.1em; }
    .title a { border-bottom: .16em solid var(--accent); }
    ul { list-style: none; margin: .8rem 0; display: grid; gap: var(--bantin-gap, .8rem); }
    li { display: flex; gap: .8rem; }
    li > div { flex: 1; min-width: 0; }
    li a { font-weight: 600; }
    img { width: clamp(4rem, 22%, 6rem); height: auto; aspect-ratio: 16 / 9; object-fit: cover; border-radius: .3rem;
      align-self: flex-start; background: var(--line); }
    time { display: block; }
    time, li p, .by, .note { color: var(--soft); font-size: .875em; }
    li p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2;
      overflow: hidden; }
    .cards ul { grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); }
    .cards li { flex-direction: column; padding: .75rem; border: 1px solid var(--line);
      border-radius: .5rem; }
    .cards li > div { flex: none; }
    .cards img { width: 100%; }
    .ticker { display: flex; gap: 1rem; align-items: center; padding-block: .5rem; }
    .ticker .title { flex: none; }
    .ticker ul { display: flex; flex: 1; min-width: 0; gap: 1.5rem; margin: 0; overflow-x: auto;
      scrollbar-width: thin; }
    .ticker li { flex: none; }
    .ticker li a { white-space: nowrap; }
    .ticker img, .ticker li p, .ticker time, .ticker .by { display: none; }
    .bone { display: block; height: 1em; border-radius: .3rem; background: var(--line); }
    .bone + .bone { width: 40%; margin-top: .5em; }
    @media (prefers-reduced-motion: no-preference) {
      .bone { animation: wait 1.2s ease-in-out infinite alternate; }
      @keyframes wait { to { opacity: .4; } }
    }`;

  const element = (name, part, ...inside) => {
    const made = document.createElement(name);
    if (part) {
      made.className = part;
      made.setAttribute("part", part);
    }
    made.append(...inside);
    return made;
  };

  // Only what leads to a web page; never what a browser would run.
  const web = (address) => {
    try {
      const url = new URL(address);
      return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
    } catch {
      return "";
    }
  };

  const link = (text, address, part) => {
    const made = element("a", part, text);
    const href = web(address);
    if (href) made.href = href;
    return made;
  };

  class BantinFeed extends HTMLElement {
    static observedAttributes = ["name", "limit", "layout", "theme", "refresh", "live"];

    #root = this.attachShadow({ mode: "open" });
    #text = "";
    #feed = null;
    #note = "";
    #shown = "";
    #timer = 0;
    #asking = null;
    #events = null;
    #failures = 0;
    #running = false;
    #wake = () => document.visibilityState === "visible" && this.#load();

    constructor() {
      super();
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.#root.adoptedStyleSheets = [sheet];
      } catch {
        this.#root.append(element("style", "", STYLE));
      }
      // The line for what is wrong stays the same, so that it is read out when it changes.
      const status = element("p", "note");
      status.setAttribute("role", "status");
      this.#root.append(element("section", "container", status));
    }

    connectedCallback() {
      this.#running = true;
      document.addEventListener("visibilitychange", this.#wake);
      addEventListener("online", this.#wake);
      this.#begin();
    }

    disconnectedCallback() {
      this.#running = false;
      document.removeEventListener("visibilitychange", this.#wake);
      removeEventListener("online", this.#wake);
      this.#end();
    }

    attributeChangedCallback(name, before, after) {
      // Before it is connected, there is nothing to begin anew.
      if (before === after || !this.#running) return;
      if (name === "name") {
        this.#text = "";
        this.#feed = null;
      }
      if (name === "name" || name === "refresh" || name === "live") this.#begin();
      else this.#show();
    }

    #option(name, known) {
      const value = this.getAttribute(name);
      return known.includes(value) ? value : known[0];
    }

    #limit() {
      const limit = Number.parseInt(this.getAttribute("limit"), 10);
      return limit >= 1 ? Math.min(limit, 20) : 5;
    }

    #seconds() {
      const seconds = Number.parseInt(this.getAttribute("refresh"), 10);
      return seconds >= 1 ? Math.max(seconds, 10) : 300;
    }

    #say(name) {
      const language = this.#feed?.language || this.closest("[lang]")?.lang || "vi";
      return (TEXTS[language.slice(0, 2)] || TEXTS.en)[name];
    }

    #begin() {
      this.#end();
      this.#failures = 0;
      this.#note = "";
      this.#show();
      this.#load();
    }

    // Behind what was loaded, and once more when it was refused: a browser then does not ask again.
    #listen() {
      if (!this.hasAttribute("live") || (this.#events && this.#events.readyState !== 2)) return;
      this.#events = new EventSource(this.#address("feeds", "/events"));
      this.#events.addEventListener("open", () => this.#load());
      this.#events.addEventListener("change", async () => {
        const before = this.#text;
        await this.#load();
        // A cache between may not have heard of it yet.
        if (this.#text === before) this.#again(2);
      });
    }

    #again(seconds) {
      clearTimeout(this.#timer);
      if (this.#running) this.#timer = setTimeout(() => this.#load(), 1000 * seconds);
    }

    #end() {
      clearTimeout(this.#timer);
      this.#asking?.abort();
      this.#asking = null;
      this.#events?.close();
      this.#events = null;
    }

    #address(folder, ending) {
      return `${base}/${folder}/${encodeURIComponent(this.getAttribute("name"))}${ending}`;
    }

    async #load() {
      if (!this.getAttribute("name")) {
        this.#note = this.#say("unknown");
        return this.#show();
      }
      clearTimeout(this.#timer);
      this.#asking?.abort();
      const asking = (this.#asking = new AbortController());
      const late = setTimeout(() => asking.abort("late"), 15000);
      let note = "";
      try {
        const answer = await fetch(this.#address("embed", ".json"), {
          // The browser asks with the validators that it has, and a 304 brings nothing.
          cache: "no-cache",
          credentials: "omit",
          signal: asking.signal,
        });
        if ([403, 404, 410].includes(answer.status)) {
          this.#feed = null;
          this.#text = "";
          note = this.#say("unknown");
        } else if (answer.ok) {
          const text = await answer.text();
          if (text !== this.#text) {
            this.#feed = JSON.parse(text);
            this.#text = text;
          }
        } else {
          throw new Error(answer.status);
        }
        this.#failures = 0;
      } catch {
        // Stopped, or asked anew meanwhile.
        if (asking !== this.#asking) return;
        this.#failures++;
        note = this.#say("away");
      } finally {
        clearTimeout(late);
      }
      if (asking !== this.#asking) return;
      this.#note = note;
      this.#show();
      const seconds = this.#seconds();
      this.#again(this.#failures ? Math.min(2 ** this.#failures, seconds) : seconds);
      if (!this.#failures && this.#feed) this.#listen();
    }

    #show() {
      const feed = this.#feed;
      const note = this.#note;
      const section = this.#root.querySelector("section");
      const layout = this.#option("layout", LAYOUTS);
      const status = this.#root.querySelector("[role=status]");
      status.textContent = note;
      // What is the same stays, with its place and focus.
      const shown = [layout, this.#limit(), !feed && !!note, this.#text].join("\n");
      if (shown === this.#shown) return;
      this.#shown = shown;
      const focused = this.#root.activeElement?.href;
      section.className = layout;
      section.setAttribute("aria-busy", String(!feed && !note));
      section.setAttribute("aria-label", feed ? feed.title : this.#say("loading"));
      const inside = [];
      if (feed) {
        section.lang = feed.language;
        inside.push(element("p", "title", link(feed.title, feed.url)));
        inside.push(feed.entries.length ? this.#list(feed, layout) : element("p", "note", this.#say("empty")));
        inside.push(element("p", "by", link(feed.newsroom, feed.url)));
      } else if (!note) {
        inside.push(this.#bones());
      }
      for (const old of [...section.children]) if (old !== status) old.remove();
      section.prepend(...inside);
      if (focused) {
        [...section.querySelectorAll("a")].find((a) => a.href === focused)?.focus();
      }
    }

    #list(feed, layout) {
      const list = element("ul", "entries");
      if (layout === "ticker") list.tabIndex = 0;
      for (const entry of feed.entries.slice(0, this.#limit())) {
        const time = element("time", "time", entry.when);
        time.dateTime = entry.published;
        const text = element("div", "", link(entry.title, entry.url, "link"), time);
        if (entry.summary) text.append(element("p", "summary", entry.summary));
        const item = element("li", "entry", text);
        item.dir = "auto";
        if (entry.language) item.lang = entry.language;
        const src = entry.picture && web(entry.picture.url);
        if (src) {
          const picture = element("img", "picture");
          picture.alt = "";
          picture.loading = "lazy";
          picture.width = 160;
          picture.height = 90;
          picture.onerror = () => picture.remove();
          picture.src = src;
          item.prepend(picture);
        }
        list.append(item);
      }
      return list;
    }

    #bones() {
      const list = element("ul", "entries");
      list.setAttribute("aria-hidden", "true");
      for (let i = 0; i < this.#limit(); i++) {
        list.append(element("li", "entry", element("div", "", element("span", "bone"), element("span", "bone"))));
      }
      return list;
    }
  }

  customElements.define("bantin-feed", BantinFeed);

  // Frames of ours on the same page become as high as what is in them.
  addEventListener("message", (event) => {
    const height = event.data?.bantin && Number(event.data.height);
    if (!base || !(height > 0 && height < 10000) || event.origin !== new URL(base).origin) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.style.height = height + "px";
    }
  });
})();
