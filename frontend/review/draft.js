
// --- Drafts: what is not saved yet, on this device only, by account

const PREFIX = "sayso-review-";
const draftKey = PREFIX + fingerprint(token);
const KEPT_FOR = 110 * 24 * 3_600_000; // ms; as long as a list is open
let drafts = {};

function fingerprint(text) {
  let hash = 0;
  for (const sign of text) hash = (Math.imul(hash, 31) + sign.codePointAt(0)) >>> 0;
  return hash.toString(36);
}

function takeUpDrafts() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && !(JSON.parse(localStorage.getItem(key)).at > Date.now() - KEPT_FOR)) localStorage.removeItem(key);
    }
    drafts = JSON.parse(localStorage.getItem(draftKey))?.drafts ?? {};
  } catch {
    drafts = {}; // An unreadable draft is no draft
  }
}

// Other tabs of the same link write here, too: only this account's is changed
function keepDraft(id, draft) {
  try {
    drafts = { ...JSON.parse(localStorage.getItem(draftKey))?.drafts };
  } catch {
    // Then there are those this tab knows
  }
  if (draft) drafts[id] = draft;
  else delete drafts[id];
  try {
    if (Object.keys(drafts).length) localStorage.setItem(draftKey, JSON.stringify({ at: Date.now(), drafts }));
    else localStorage.removeItem(draftKey);
  } catch {
    // Storage may be full or forbidden; the page itself still holds the words
  }
}
