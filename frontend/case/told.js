
// --- What is told: the person, their words, and what happened so far

function about(answer) {
  return answer.ticket ? sentence("ticket", answer.ticket) : label("survey", answer.survey);
}

function scoreOf(answer) {
  return answer.scale === "satisfaction" ? sentence("score-of-5", answer.score) : sentence("score", answer.score);
}

function scoreLine(answer) {
  return [scoreOf(answer), about(answer), sentence("answered", day(answer.answered_at))].join(" · ");
}

function words(answer) {
  const content = [];
  for (const key of ["why", "better"]) {
    if (answer[key]) content.push(element("p", sentence(key), { className: "asked" }), element("blockquote", answer[key], { dir: "auto" }));
  }
  if (content.length === 0) content.push(element("p", sentence("no-words"), { className: "asked" }));
  if (answer.drivers?.length) {
    content.push(element("p", sentence("drivers"), { className: "asked" }));
    content.push(element("p", answer.drivers.map((id) => label("driver", id)).join(" · ")));
  }
  if (answer.quote) content.push(element("p", sentence("quote"), { className: "asked" }));
  return content;
}

// Who asked not to be contacted is not: then the matter is looked into
function contacted(followUp) {
  return followUp.contact === "no" ? "looked" : "contacted";
}

// Of somebody erased nobody knows any more what they wished
function change(what, followUp) {
  if (what !== "contacted") return what;
  return followUp.erased ? "either" : contacted(followUp);
}

function due(followUp) {
  if (followUp.state === "open") return sentence(followUp.late ? "overdue" : followUp.contact === "no" ? "look" : "due", moment(followUp.due_at));
  return followUp.state === "contacted" ? sentence(contacted(followUp), moment(followUp.contacted_at)) : sentence(followUp.state);
}

function again({ recheck_at: recheckAt, asked_again: asked }) {
  if (recheckAt) return sentence("again", day(recheckAt, { day: "numeric", month: "long" }));
  if (!asked) return "";
  return sentence(asked.score === null ? "asked" : "said-again", day(asked.on)).replace("%r", scoreOf(asked));
}

function ended(followUp) {
  const { closed_at: closedAt, cause } = followUp;
  if (!closedAt) return "";
  const line = [sentence("ended", day(closedAt)), cause && label("driver", cause)].filter(Boolean).join(" · ");
  return [line, again(followUp)].filter(Boolean).join(". ");
}

function wish({ contact, phone, closed_at: closedAt }) {
  if (closedAt) return "";
  const wished = sentence(`wish-${contact ?? "open"}`);
  return contact === "phone" && !phone ? `${wished} ${sentence("no-phone")}` : wished;
}

function actions({ phone, email, contact, closed_at: closedAt }) {
  // Whoever said no is neither called nor written to
  if (contact === "no") return [];
  const call = phone && element("a", sentence("call", phone), { href: `tel:${phone.replace(/[^+\d]/g, "")}` });
  const write = email && element("a", sentence("write", email), { href: `mailto:${email}` });
  const ways = (contact === "mail" ? [write, call] : [call, write]).filter(Boolean);
  // What the person chose is the button, the other way stays at hand; what is over is not a button to press
  if (!closedAt) ways.forEach((way, place) => (way.className = place === 0 ? "button" : "button second"));
  return ways;
}

function responsible(followUp) {
  const owner = sentence("owner", followUp.owner_email);
  return followUp.is_owner ? owner : `${sentence("escalated")} ${owner}`;
}

function fill(followUp) {
  put("person", followUp.name || followUp.email || sentence("erased"));
  put("account", followUp.account ?? "");
  put("score", scoreLine(followUp));
  put("words", ...words(followUp));
  put("due", due(followUp));
  put("ended", ended(followUp));
  put("wish", wish(followUp));
  put("actions", ...actions(followUp));
  put("owner", responsible(followUp));
  list("joined", followUp.joined, (answer) => [element("p", scoreLine(answer), { className: "score" }), ...words(answer)]);
  list("promised", followUp.promised, promisedOf);
  list("unconfirmed", followUp.unconfirmed, unconfirmedLine);
  list("history", followUp.history, historyLine);
  list("changes", followUp.changes, (one) => changeLine(one, followUp));
  offer(followUp);
}

function list(name, all, line) {
  put(name, ...all.flatMap(line));
  part(name, all.length > 0);
}

// What was done and promised the last time, in our own words: nothing is worse than promising it twice
function promisedOf({ closed_at: closedAt, cause, outcome, note }) {
  const how = [sentence("ended", day(closedAt)), cause && label("driver", cause), outcome && sentence(`outcome-${outcome}`)];
  const line = element("p", how.filter(Boolean).join(" · "), { className: "score" });
  return note ? [line, element("blockquote", note, { dir: "auto" })] : [line];
}

// What nobody was seen giving: with why it does not count, so that it is not taken for an answer
function unconfirmedLine(answer) {
  const line = historyLine(answer);
  if (answer.reasons.length) {
    line.append(element("p", sentence("because", answer.reasons.map((reason) => label("reason", reason)).join("; "))));
  }
  return line;
}

function historyLine(answer) {
  const line = element("li", "");
  line.append(element("b", scoreOf(answer)), element("span", about(answer)), element("span", day(answer.answered_at)));
  return line;
}

function changeLine({ at, by, what, note, to, cause, outcome }, followUp) {
  const how = sentence(`change-${change(what, followUp)}`, to);
  const said = [how, outcome && sentence(`outcome-${outcome}`), cause && label("driver", cause)].filter(Boolean).join(" · ");
  const line = element("li", "");
  line.append(element("b", said), element("span", by === "sayso" ? "" : by), element("span", moment(at)));
  if (note) line.append(element("p", note, { className: "said", dir: "auto" }));
  return line;
}
