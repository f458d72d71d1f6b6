// One look at a page with axe, once the window has its new width. `known`: the combinations of colours that were looked
// at before, as numbers; null to look at everything. `rules`: axe's options for all rules, for those that measure, and
// for contrast alone.
async ([known, rules]) => {
  if (!window.axe) loadAxe();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  if (!known) return { combinations: [], found: (await axe.run(document, rules.all)).violations, pale: [] };

  // All that rules which don't measure can see: the page's elements and words, and which of them show.
  const shows =
    document.documentElement.outerHTML +
    [...document.querySelectorAll("*")].map((e) => +e.checkVisibility({ visibilityProperty: true })).join("");
  window.shownToAxe ||= new Set();
  const isNew = !window.shownToAxe.has(shows);
  window.shownToAxe.add(shows);
  const found = (await axe.run(document, isNew ? rules.all : rules.thatMeasure)).violations;

  // Then contrast, of the elements whose words stand in a combination of colours that no page showed before.
  const seen = new Set(known);
  const combinations = [];
  const fresh = [];
  const grounds = new Map();

  // 53 bits of a text (cyrb53): some thousand combinations are sent to each page as numbers.
  const numberOf = (text) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
      b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return 4294967296 * (2097151 & b) + (a >>> 0);
  };

  // How far the elements around one fade it.
  const fadingOf = (element) => (element ? getComputedStyle(element).opacity * fadingOf(element.parentElement) : 1);

  // What lies behind an element's words: its own ground, and those below it as far as they show through.
  const groundOf = (element) => {
    if (!element) return "";
    if (!grounds.has(element)) {
      const style = getComputedStyle(element);
      const own = [
        style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position,
      ].join("|");
      const isOpaque =
        style.backgroundImage === "none" && style.backgroundColor.startsWith("rgb(") && style.opacity === "1";
      grounds.set(element, own + ">" + (isOpaque ? fadingOf(element.parentElement) : groundOf(element.parentElement)));
    }
    return grounds.get(element);
  };

  const hasWords = (element) =>
    /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  for (const element of document.body.querySelectorAll("*")) {
    // What can't be seen now has not been looked at; it may show at another width.
    if (!hasWords(element) || !element.checkVisibility({ checkVisibilityCSS: true })) continue;
    const style = getComputedStyle(element);
    const combination = numberOf(
      [style.color, style.fontSize, style.fontWeight, style.textShadow, element.tagName, groundOf(element)].join(";"),
    );
    if (seen.has(combination)) continue;
    seen.add(combination);
    combinations.push(combination);
    fresh.push(element);
  }
  const pale = fresh.length ? (await axe.run({ include: fresh }, rules.contrast)).violations : [];
  return { combinations, found, pale };
};
