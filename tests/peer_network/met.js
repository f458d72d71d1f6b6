// Which payloads a page shows, of which fields, whole or cut off, and in what places of the page's tree.
(payloads) => {
  const MARK = /f(\d+)p(\d+)e/;
  // Breaks and blanks may differ: lines become elements, and a field of one line has no breaks.
  const bare = (words) => words.replace(/[\s\0-\x20]/g, "");
  const wanted = payloads.map(bare);
  const whole = new Set();
  const cut = new Set();
  const places = new Set();

  const read = (words) => {
    const parts = words.split(MARK);
    for (let i = 1; i < parts.length; i += 3)
      (bare(parts[i + 2]).startsWith(wanted[parts[i + 1] - 1]) ? whole : cut).add(`${parts[i]}.${parts[i + 1]}`);
  };
  const readAt = (words, place) => {
    if (!MARK.test(words)) return;
    places.add(place);
    read(words);
  };

  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      // Words may stand in an address of this site (a query, a key), where each sign of a script is encoded or left out.
      const isOwn = name === "href" && /^(\?|\/(?!\/))[^<>"'\s]*$/.test(value);
      readAt(value, `${element.localName} ${isOwn ? "own-address" : name}=`);
    }
    if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) readAt(element.value, element.localName);
  }
  // A payload may be cut by an element that the page makes of a part of it (a link): read all words as one.
  let words = "";
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { data, nodeType, parentElement } = walker.currentNode;
    const place = nodeType === Node.COMMENT_NODE ? "comment" : (parentElement?.localName ?? "document");
    if (MARK.test(data)) places.add(place);
    words += data;
  }
  read(words);
  return { whole: [...whole], cut: [...cut].filter((key) => !whole.has(key)), places: [...places] };
}
