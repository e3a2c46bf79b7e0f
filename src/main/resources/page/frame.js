"use strict";
(() => {
  // A picture that is not there leaves no hole.
  for (const picture of [...document.images]) {
    if (picture.complete && !picture.naturalWidth && picture.currentSrc) picture.remove();
    else picture.addEventListener("error", () => picture.remove());
  }

  if (parent === window) return;
  // Whoever may show this page in a frame may know its height: the server decides who that is.
  const chain = location.ancestorOrigins;
  let target = chain && chain.length ? chain[0] : "";
  if (!target && document.referrer) target = new URL(document.referrer).origin;
  if (!target || target === "null") return;
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    parent.postMessage({ bantin: 1, height }, target);
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
})();
