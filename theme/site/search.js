/* Search in the course's language. Material's search loads this into its worker as if it were one of lunr's
   languages; `lunr.courseWords` stands above it and names the language and the glossary's synonyms.

   Material looks for words that begin as what was typed. So "dicegah" would find neither "mencegah" nor
   "pencegahan". Here the index also holds the roots of every word, and a search asks for the roots of what
   was typed, and for its synonyms, besides. Positions stay those of the words as they stand, so that results
   mark them. */
(function () {
  "use strict";

  const { language, synonyms } = lunr.courseWords;
  const VOWEL = /[aiueo]/g;

  /* Prefixes of Indonesian with what may follow them, and the sound of the root that they may have swallowed
     (me- + tanya: menanya). Not every stemmer will do: Snowball's takes "bertanya" for berta with -nya. */
  const PREFIXES = [
    [/^(?:di|ke|se|ter|ber|per)(?=.)/, [""]],
    [/^be(?=[^aiueo]er)/, [""]],
    [/^[bp]el(?=ajar)/, [""]],
    [/^[mp]e(?=[lrwymn][aiueo])/, [""]],
    [/^[mp]em(?=[bfpv])/, [""]],
    [/^[mp]em(?=[aiueo])/, ["p"]],
    [/^[mp]en(?=[cdjsztk][^y])/, [""]],
    [/^[mp]en(?=[aiueo])/, ["t"]],
    [/^[mp]eny(?=[aiueo])/, ["s"]],
    [/^[mp]eng(?=[ghqkx])/, [""]],
    [/^[mp]eng(?=[aiueo])/, ["", "k"]],
    [/^pe(?=[^aiueomn])/, [""]],
  ];
  /* From the outside in: particle, possessive, and what makes a word of another kind. */
  const SUFFIXES = [["kah", "lah", "pun"], ["ku", "mu", "nya"], ["kan", "an", "i"]];

  const isWord = (text) => (text.match(VOWEL) || []).length > 1 && !/^(?:m[bp]|n[cdjty])/.test(text);

  function withoutPrefix(word) {
    return PREFIXES.flatMap(([prefix, swallowed]) =>
      prefix.test(word) ? swallowed.map((letter) => word.replace(prefix, letter)) : []
    ).filter(isWord);
  }

  function withoutSuffixes(word) {
    let words = [word];
    for (const suffixes of SUFFIXES) {
      const ending = (word) => suffixes.filter((suffix) => word.endsWith(suffix));
      words = words.concat(words.flatMap((one) => ending(one).map((suffix) => one.slice(0, -suffix.length))));
    }
    return [...new Set(words)].filter(isWord);
  }

  /* Everything that a word may come from and that has no affix left: "bertanya" is tanya, or else berta. */
  function indonesianRoots(word) {
    if (word.length < 5) return [];
    const roots = new Set();
    const waiting = withoutSuffixes(word);
    for (const part of waiting) {
      const shorter = withoutPrefix(part);
      waiting.push(...shorter.filter((one) => !waiting.includes(one)));
      if (!shorter.length && withoutSuffixes(part).length === 1) roots.add(part);
    }
    roots.delete(word);
    return [...roots];
  }

  const englishRoots = (word) => [lunr.stemmer(new lunr.Token(word)).toString()].filter((root) => root !== word);

  const rules = { id: indonesianRoots, en: englishRoots }[language] || (() => []);
  const known = new Map();
  function roots(word) {
    if (!known.has(word)) known.set(word, rules(word));
    return known.get(word);
  }

  /* What a word is also looked for as: its roots, and synonyms of any of these with theirs. */
  function kin(word) {
    const own = [word, ...roots(word)];
    const others = own.flatMap((one) => synonyms[one] || []);
    return [...new Set([...own, ...others, ...others.flatMap(roots)])].filter((one) => one !== word);
  }

  function indexRoots(token) {
    return [token, ...roots(token.toString()).map((root) => token.clone(() => root))];
  }
  lunr.Pipeline.registerFunction(indexRoots, "course-roots");

  lunr.course = function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.pipeline.add(lunr.trimmer, indexRoots);
  };
  lunr.course.rootsOf = roots;

  /* A word that must or must not occur is meant as it was typed. What is like it comes after what it is: a
     title counts a thousandfold, so a title with a synonym still counts less than the word in a text. */
  const LIKENESS = 0.002;
  const widened = new Set();
  const asTyped = lunr.Query.prototype.clause;
  lunr.Query.prototype.clause = function (clause) {
    asTyped.call(this, clause);
    const word = clause.term.replace(/\*$/, "");
    const free = clause.presence === lunr.Query.presence.OPTIONAL && !/[*]/.test(word) && !clause.editDistance;
    for (const other of free ? kin(word) : []) {
      widened.add(word).add(other);
      asTyped.call(this, { fields: clause.fields, term: other, usePipeline: false, boost: LIKENESS });
    }
    return this;
  };

  /* Material says which of the words a result lacks, unless this calls it too common to matter. Of a word and
     its kin one is enough. */
  lunr.stopWordFilter = (word) => (widened.has(word) ? undefined : word);
  lunr.Pipeline.registerFunction(lunr.stopWordFilter, "course-one-is-enough");

  /* A word that was found as it stands and by its root, too, is marked once. */
  const allFound = lunr.Index.prototype.search;
  lunr.Index.prototype.search = function (query) {
    const results = allFound.call(this, query);
    for (const { matchData } of results) {
      const marked = new Set();
      for (const [field, match] of Object.values(matchData.metadata).flatMap(Object.entries)) {
        match.position = match.position.filter((position) => !marked.has(`${field} ${position}`));
        match.position.forEach((position) => marked.add(`${field} ${position}`));
      }
    }
    return results;
  };
})();
