// The index in files, as Catalog.Search reads it: the same words, the same weights. Of its parts, those are fetched that a query needs.
const loaded = new Map();
const unspaced = /[\u0E01-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u31FF\u1100-\u11FF\uAC00-\uD7FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F]|[\u{20000}-\u{3FFFF}]/u;
const several = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", þ: "th", ŧ: "t" };

function load(path, read) {
  if (!loaded.has(path))
    loaded.set(path, fetch(new URL(path, import.meta.url)).then(response => response.ok ? read(response) : Promise.reject(new Error(path))));
  return loaded.get(path);
}

const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036F'’\u00AD]/g, "").toLowerCase().replace(/[ßæœøđðłħıþŧ]/g, letter => several[letter]).normalize("NFC");

// Words with their places.
function* wordsOf(text) {
  for (const match of text.matchAll(/\p{L}(?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}'’\u00AD]+/gu)) {
    const letters = [...match[0]];
    if (!letters.some(letter => unspaced.test(letter))) {
      const word = fold(match[0]);
      if (word)
        yield { word, start: match.index, length: match[0].length };
      continue;
    }
    for (let place = 0, start = match.index; place < letters.length; start += letters[place++].length) {
      if (place + 1 < letters.length || letters.length === 1)
        yield { word: fold(letters[place] + (letters[place + 1] ?? "")), start, length: letters[place].length + (letters[place + 1] ?? "").length };
    }
  }
}

async function shard(number) {
  return load(`terms/${number}.bin`, async response => {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const view = new DataView(bytes.buffer);
    const [count, length] = [view.getInt32(0, true), view.getInt32(4, true)];
    const { termsInBlock } = await index();
    const terms = [];
    let position = 8;
    const varint = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const part = bytes[position++];
        value |= (part & 0x7F) << shift;
        if (part < 0x80)
          return value;
      }
    };
    let term = new Uint8Array(0);
    for (let number = 0, postings = 8 + length; number < count; number++) {
      const shared = number % termsInBlock ? varint() : 0;
      const rest = varint();
      const next = new Uint8Array(shared + rest);
      next.set(term.subarray(0, shared));
      next.set(bytes.subarray(position, position + rest), shared);
      position += rest;
      term = next;
      const [documents, size] = [varint(), varint()];
      terms.push({ term: new TextDecoder().decode(term), documents, postings: bytes.subarray(postings, postings + size) });
      postings += size;
    }
    return terms;
  });
}

const index = () => load("index.json", response => response.json());

function isNear(word, term) {
  if (word.length < 4 || Math.abs(word.length - term.length) > 1 || word[0] !== term[0])
    return false;
  let start = 0;
  while (start < word.length && word[start] === term[start])
    start++;
  const [left, right] = [word.slice(start), term.slice(start)];
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
    || left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}

async function termsOf(word, isLast) {
  const { shards, documents } = await index();
  const rarity = count => Math.log(1 + (documents - count + 0.5) / (count + 0.5));
  let number = shards.findLastIndex(first => first <= word);
  const candidates = await shard(Math.max(0, number));
  // The terms that begin with the word may go on in the next parts.
  const all = [...candidates];
  for (let more = 0; isLast && more < 2 && shards[++number]?.startsWith(word); more++)
    all.push(...await shard(number));
  const exact = all.find(candidate => candidate.term === word);
  const found = exact ? [{ ...exact, weight: rarity(exact.documents) }] : [];
  if (isLast) {
    const longer = all.filter(candidate => candidate.term !== word && candidate.term.startsWith(word)).sort((a, b) => b.documents - a.documents).slice(0, 32);
    const together = rarity(Math.min(documents, longer.reduce((sum, candidate) => sum + candidate.documents, exact?.documents ?? 0)));
    found.push(...longer.map(candidate => ({ ...candidate, weight: together * 0.7 * (0.5 + 0.5 * word.length / candidate.term.length) })));
  }
  if (found.length === 0)
    found.push(...all.filter(candidate => isNear(word, candidate.term)).map(candidate => ({ ...candidate, weight: rarity(candidate.documents) * 0.6 })));
  return { word, isLast, terms: found, rarity: Math.max(0, ...found.map(term => rarity(term.documents))) };
}

async function find(query) {
  const { documents, scale } = await index();
  const words = [...new Set([...wordsOf(query.slice(0, 400))].map(item => item.word))].slice(0, 24);
  const isOpen = /[\p{L}\p{N}\p{M}]\s*$/u.test(query);
  const searched = await Promise.all(words.map((word, place) => termsOf(word, isOpen && place === words.length - 1)));
  const scores = new Map();
  let all = 0;
  for (const { terms, rarity } of searched.filter(word => word.terms.length > 0)) {
    all += rarity;
    const best = new Map();
    for (const { postings, weight } of terms) {
      for (let position = 0, document = -1; position < postings.length;) {
        let distance = 0;
        for (let shift = 0; ; shift += 7) {
          const part = postings[position++];
          distance |= (part & 0x7F) << shift;
          if (part < 0x80)
            break;
        }
        document += distance;
        best.set(document, Math.max(best.get(document) ?? 0, weight * postings[position++] / scale));
      }
    }
    for (const [document, score] of best) {
      const before = scores.get(document) ?? { score: 0, found: 0 };
      scores.set(document, { score: before.score + score, found: before.found + rarity });
    }
  }
  const ranked = [...scores].filter(([document]) => document < documents)
    .map(([document, { score, found }]) => ({ document, score: score * (found / all) ** 2 })).sort((a, b) => b.score - a.score || a.document - b.document);
  return { ranked, searched };
}

// The part of an entry that has most of the words, and the place in it.
function describe(entry, searched, at) {
  const means = word => searched.some(known => known.isLast && word.startsWith(known.word) || known.terms.some(term => term.term === word));
  let best = { count: 0, section: entry.sections[0] ?? { text: entry.excerpt }, matches: [] };
  for (const section of entry.sections) {
    const matches = [...wordsOf(section.text)].filter(item => means(item.word));
    const count = new Set(matches.map(item => item.word)).size + (section.heading ? [...wordsOf(section.heading)].filter(item => means(item.word)).length : 0);
    if (count > best.count)
      best = { count, section, matches };
  }
  const { text } = best.section;
  const start = Math.max(0, (best.matches[0]?.start ?? 0) - 60);
  const from = start === 0 ? 0 : text.indexOf(" ", start) + 1;
  const end = Math.min(text.length, from + 200);
  const lead = from > 0 ? "…" : "";
  return {
    title: entry.title,
    heading: best.section.heading,
    url: at(entry.url) + (best.section.id ? "#" + best.section.id : ""),
    snippet: lead + text.slice(from, end).replaceAll("\n", " ") + (end < text.length ? "…" : ""),
    matches: best.matches.filter(item => item.start >= from && item.start + item.length <= end).map(item => [item.start - from + lead.length, item.length]),
  };
}

/** The best entries; `at` gives where an address of the site is. */
export async function search(query, limit, at) {
  const { ranked, searched } = await find(query);
  const entries = await Promise.all(ranked.slice(0, limit).map(hit => load(`entries/${hit.document}.json`, response => response.json())));
  return entries.map(entry => describe(entry, searched, at));
}
