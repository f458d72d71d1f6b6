// Runs axe's rule of contrast on the elements whose words stand in a combination of colours that no page showed before.
async ([known, options]) => {
  const seen = new Set(known);
  const combinations = [];
  const fresh = [];
  const grounds = new Map();

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
    const combination = [
      style.color, style.fontSize, style.fontWeight, style.textShadow, element.tagName, groundOf(element),
    ].join(";");
    if (seen.has(combination)) continue;
    seen.add(combination);
    combinations.push(combination);
    fresh.push(element);
  }
  if (!fresh.length) return { combinations, violations: [] };
  const found = await axe.run({ include: fresh }, options);
  return { combinations, violations: found.violations };
};
