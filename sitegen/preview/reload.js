// Keeps a page of the preview as new as the archive: loads it again with its scroll position kept, exchanges only the
// stylesheet where only that changed, and lays over it what is wrong with the content. Sent with every page by
// `sitegen serve`, and part of no built site.
(() => {
  "use strict";

  const tag = document.currentScript;
  const tools = new URL(".", tag.src).pathname;
  const { base, listed } = tag.dataset;
  const memory = `sitegen-preview:${location.pathname}${location.search}`;
  let { version, page, matter } = tag.dataset;
  let events = null;
  let work = Promise.resolve();

  // --- the place in the page -------------------------------------------------------------------------------------

  const folds = () => [...document.querySelectorAll("details")];

  function reload() {
    const kept = { x: scrollX, y: scrollY, open: folds().map((fold) => fold.open) };
    try {
      sessionStorage.setItem(memory, JSON.stringify(kept));
    } catch {
      // without storage the page is new all the same, from its top
    }
    location.reload();
  }

  function restore() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(memory));
      sessionStorage.removeItem(memory);
    } catch {
      return;
    }
    if (!kept) return;
    const now = folds();
    if (now.length === kept.open.length) now.forEach((fold, at) => (fold.open = kept.open[at]));
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    // pictures and stylesheets may not have been there yet
    addEventListener("load", () => scrollY < kept.y && back(), { once: true });
  }

  // --- a newer page ----------------------------------------------------------------------------------------------

  async function refresh(state) {
    if (state.base !== base) {
      location.replace(state.base + location.pathname.slice(base.length) + location.search + location.hash);
      return;
    }
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const mark = fresh.querySelector("script[data-version][data-page]");
    if (!mark || mark.dataset.matter !== matter) {
      reload();
      return;
    }
    if (mark.dataset.page !== page) dress(fresh);
    version = state.version;
    page = mark.dataset.page;
  }

  const sheets = (root) => [...root.querySelectorAll('link[rel~="stylesheet"]')];

  function dress(fresh) {
    const old = sheets(document);
    const fitting = sheets(fresh).map((sheet) => document.importNode(sheet));
    let waiting = fitting.length;
    const done = () => {
      waiting -= 1;
      if (waiting <= 0) old.forEach((sheet) => sheet.remove());
    };
    fitting.forEach((sheet) => {
      sheet.addEventListener("load", done, { once: true });
      sheet.addEventListener("error", done, { once: true });
    });
    if (fitting.length) document.head.append(...fitting);
    else done();
  }

  // --- what is wrong ---------------------------------------------------------------------------------------------

  const MOST = 50;
  let laid = null;
  let said = "[]";

  function element(name, text = "", kind = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function item(notice) {
    const line = element("li", "", notice.severity === "error" ? "error" : "warning");
    if (notice.place) line.append(element("code", notice.place), " ");
    line.append(element("b", notice.code ? `${notice.severity}[${notice.code}]` : notice.severity), " ");
    line.append(element("span", notice.message));
    if (notice.hint) line.append(element("small", notice.hint));
    return line;
  }

  function panel(notices) {
    const box = element("section", "", "panel");
    box.setAttribute("role", "alert");
    const errors = notices.filter((notice) => notice.severity === "error").length;
    const head = element("header");
    head.append(element("strong", errors === 1 ? "1 error: this page is as it was" : `${errors} errors: this page is as it was`));
    const hide = element("button", "Hide");
    hide.type = "button";
    hide.addEventListener("click", lift);
    head.append(hide);
    const list = element("ol");
    list.append(...notices.slice(0, MOST).map(item));
    box.append(head, list);
    if (notices.length > MOST) box.append(element("p", `and ${notices.length - MOST} more: the terminal lists them all`));
    return box;
  }

  function lift() {
    laid?.remove();
    laid = null;
  }

  function lay(notices) {
    const now = JSON.stringify(notices);
    if (listed || now === said) return;
    said = now;
    lift();
    if (!notices.length) return;
    laid = element("div");
    laid.id = "sitegen-preview-notices";
    const inside = laid.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = `${tools}preview.css`;
    inside.append(style, panel(notices));
    document.body.append(laid);
  }

  // --- listening -------------------------------------------------------------------------------------------------

  function heard(state) {
    lay(state.notices);
    if (state.version !== version) work = work.then(() => refresh(state)).catch(() => {});
  }

  // A browser keeps few connections to one address, so only a page that is looked at holds one.
  function listen() {
    if (events || document.hidden) return;
    events = new EventSource(`${tools}events`);
    events.addEventListener("message", (event) => heard(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      if (!events || events.readyState !== EventSource.CLOSED) return;
      rest();
      setTimeout(listen, 1000);
    });
  }

  function rest() {
    events?.close();
    events = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  document.addEventListener("keydown", (event) => event.key === "Escape" && lift());
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  restore();
  listen();
})();
