
// --- One account: who gives the score, the score, why, and what would make it better

const FIELDS = ["contact_id", "score", "why", "better"];

function known({ people, review }) {
  if (review) return { contact_id: review.contact_id, score: review.score, why: review.why, better: review.better };
  return { contact_id: people.length === 1 ? people[0].contact_id : null, score: null, why: "", better: "" };
}

function typed() {
  const said = new FormData(form);
  const score = said.get("score");
  const person = current.review?.contact_id ?? said.get("contact_id");
  return { contact_id: person, score: score === null ? null : Number(score), why: form.why.value, better: form.better.value };
}

function same(one, other) {
  return FIELDS.every((field) => one[field] === other[field]);
}

function choice(person, chosen) {
  const label = element("label", "");
  const input = element("input", "", { type: "radio", name: "contact_id", value: person.contact_id, checked: person.contact_id === chosen });
  label.append(input, element("span", person.name, { dir: "auto" }));
  return label;
}

function tellScore() {
  const { score } = typed();
  const chosen = document.getElementById("chosen");
  chosen.textContent = score === null ? sentence("choose") : sentence("chosen", score);
  chosen.classList.remove("missing");
}

function soFar({ people, review }, editable) {
  if (!review) return people.length ? "" : sentence("nobody");
  const recorded = `${sentence("by", nameOf(current, review.contact_id))}. ${sentence("recorded", moment(review.recorded_at))}`;
  return `${recorded} ${editable ? sentence("until", moment(review.editable_until)) : sentence("over")}`;
}

function said(review) {
  const content = [];
  for (const key of ["why", "better"]) {
    if (review[key]) content.push(element("p", sentence(key), { className: "asked" }), element("blockquote", review[key], { dir: "auto" }));
  }
  return content;
}

// Where somebody else was first, what was written here is still there to be read, and copied
function left(draft) {
  const words = draft ? said(draft) : [];
  return words.length ? [element("p", sentence("unsaved"), { className: "asked open" }), ...words] : [];
}

function open(account) {
  current = account;
  const editable = isEditable(account);
  const { review } = account;
  put("account", account.account);
  put("pack", element("a", sentence("pack"), { href: account.pack, target: "_blank", rel: "noopener noreferrer" }));
  put("so-far", soFar(account, editable));
  part("read").hidden = editable || !review;
  form.hidden = !editable;
  say("");
  if (!editable && review) {
    const words = said(review);
    put("said-score", sentence("score", review.score));
    put("said", ...(words.length ? words : [element("p", sentence("none-said"), { className: "asked" })]), ...left(drafts[account.account_id]));
  }
  if (editable) fillForm(account);
  show("record");
}

function fillForm(account) {
  const values = { ...known(account), ...drafts[account.account_id] };
  // Who gave a review stays who gave it
  part("who").hidden = account.review !== null;
  put("people", ...account.people.map((person) => choice(person, values.contact_id)));
  for (const number of form.querySelectorAll('[name="score"]')) number.checked = Number(number.value) === values.score && values.score !== null;
  form.why.value = values.why;
  form.better.value = values.better;
  put("save", sentence("save", account.account));
  for (const field of ["why", "better"]) unmark(field);
  tellScore();
}

function say(key) {
  document.getElementById("status").textContent = key && sentence(key);
  if (key) document.getElementById("status").scrollIntoView({ block: "nearest" });
}

function mark(field) {
  form[field].setAttribute("aria-invalid", "true");
  form[field].focus();
}

function unmark(field) {
  form[field].removeAttribute("aria-invalid");
}

function missing({ contact_id: person, score }) {
  if (!person) {
    form.querySelector('[name="contact_id"]').focus();
    return "needs-person";
  }
  if (score === null) {
    document.getElementById("chosen").classList.add("missing");
    form.querySelector('[name="score"]').focus();
    return "needs-score";
  }
  return "";
}

function onInput({ target }) {
  if (target.name === "score") tellScore();
  if (["why", "better"].includes(target.name)) unmark(target.name);
  say("");
  const draft = typed();
  keepDraft(current.account_id, same(draft, known(current)) ? null : draft);
}
