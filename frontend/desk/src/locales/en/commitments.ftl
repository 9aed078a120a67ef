# Commitments: what was heard, what is done about it, who asked, and what they are told
commitments-nav = Commitments
commitments-title = Commitments
commitments-one = Commitment
commitments-lead = What customers said, and what came of it. The public page leads with them, and a score follows.
commitments-lead-public = What customers said and what came of it, as the public reads it.
commitments-new = Write a commitment
commitments-new-lead = Nobody outside reads it before it is published.
commitments-none = No commitments yet
commitments-none-why = Read what is criticised most, decide what changes, and write it down: the change, not the complaint.
commitments-none-public = Nothing is public yet
commitments-group-in_progress = In progress
commitments-group-planned = Planned
commitments-group-heard = Heard
commitments-group-done = Done
commitments-group-declined = Declined
commitments-status-in_progress = In progress
commitments-status-planned = Planned
commitments-status-heard = Heard
commitments-status-done = Done
commitments-status-declined = Declined
commitments-state-draft = Draft
commitments-state-public = Public
commitments-state-changed = Public, changed since
commitments-state-off = Not public any more
commitments-public = Public
commitments-asked = Asked by
commitments-people = { $n ->
    [one] 1 person
   *[other] { $n } people
  }
commitments-several = several customers
commitments-at-least = at least { $n } customers
commitments-missing = { $n ->
    [one] 1 text is missing
   *[other] { $n } texts are missing
  }
commitments-missing-why = It can be published once these are written, as they are languages of the public page:
commitments-texts = What it says
commitments-texts-note = Written in every language, not translated word by word. No names, and nothing only one customer could have said.
commitments-about = What it is about
commitments-no-text = Not written yet.
commitments-unwritten = { $language }, not written yet
commitments-no-theme = No theme
commitments-field-id = Short name
commitments-field-title = Title
commitments-field-heard = You said
commitments-field-did = What we do or did
commitments-field-reason = Why not
commitments-field-status = State
commitments-field-theme = Theme
commitments-field-owner = Responsible (never public)
commitments-field-planned_for = Planned for
commitments-field-done_on = Done on
commitments-field-decided_on = Decided on
commitments-field-in = { $field }, { $language }
commitments-hint-id = In small letters, such as faster-replies. It stays.
commitments-hint-title = The change, not the complaint. One line of at most { $most } characters.
commitments-hint-heard = One sentence a customer could have said, in their words.
commitments-hint-did = What is different now, and how somebody notices.
commitments-hint-reason = The real reason, and what somebody can do instead.
commitments-lacks-in = { $language } ({ $n } to write)
commitments-too-long = { $length } characters; { $most } fit.
commitments-wrong = { $n ->
    [one] This has to be put right first
   *[other] { $n } things have to be put right first
  }
commitments-wrong-in = Something has to be put right in: { $language }
commitments-save = Save the draft
commitments-add = Write it down
commitments-added = It is written down. Nobody outside reads it yet.
commitments-saved = The draft is saved.
commitments-saved-public = Saved. The public still reads what was published before.
commitments-forget = { $n ->
    [one] Forget 1 change
   *[other] Forget { $n } changes
  }
commitments-meanwhile = { $who } changed this meanwhile.
commitments-meanwhile-why = Nothing of yours was saved, and nothing of it is lost. This is what they changed:
commitments-nothing = (nothing)
commitments-yours = You typed: { $text }
commitments-keep-mine = Go on with what I typed
commitments-take-theirs = Take theirs where we both wrote
commitments-preview = As the public would read it
commitments-now-draft = Nobody outside reads this. Published, it would look like this:
commitments-now-public = Public since { $day }, as it stands here:
commitments-now-changed = Public since { $day }, and written otherwise since. Published again, it would look like this:
commitments-now-off = It was public first on { $day }, and is not any more. Published again, it would look like this:
commitments-publish = Publish it
commitments-publish-again = Publish the changes
commitments-publish-say = The public may read it as the preview shows it, in every language.
commitments-when-first = There is no public page yet: it comes with the first edition, once somebody approves that.
commitments-when-rule = It comes with the next edition, which appears by itself within minutes.
commitments-when-approval = It comes with the next edition, which waits for a yes under Editions.
commitments-published = Published. It comes with the page’s next edition.
commitments-unpublish = Take it off the page
commitments-unpublish-say = Its texts stay here, and it can be published again. It leaves the page within minutes.
commitments-unpublished = It leaves the page within minutes.
commitments-remove = Remove it for good
commitments-remove-say = { $n ->
    [one] “{ $title }” goes with its texts, its history and the link to 1 person. Nothing brings it back.
   *[other] “{ $title }” goes with its texts, its history and the links to { $n } people. Nothing brings it back.
  }
commitments-removed = It is removed.
commitments-history = What was done to it
commitments-was-added = Written down
commitments-was-edited = Changed
commitments-was-published = Published
commitments-was-unpublished = Taken off the page
commitments-fields = { $n ->
    [one] 1 field
   *[other] { $n } fields
  }
commitments-behind = Who asked for it
commitments-behind-note = { $n ->
    [one] 1 person is behind it. Each counts once, whatever they answered.
   *[other] { $n } people are behind it. Each counts once, whatever they answered.
  }
commitments-behind-yours = { $n ->
    [one] 1 person is behind it. Here are the answers of your own accounts.
   *[other] { $n } people are behind it. Here are the answers of your own accounts.
  }
commitments-find = Link answers
commitments-none-behind = No answers are linked
commitments-none-behind-why = How many asked for it is counted from linked answers alone. Once it is done, these people can be told.
commitments-suggested = Answers that may belong here
commitments-filed-under = Filed under “{ $theme }” and not linked yet
commitments-read-them = Read them before you link them: a theme is broader than a sentence. Promoters are left out, who asked for nothing.
commitments-theme-first = Choose a theme above and save: then its answers are shown here.
commitments-none-suggested = None found so far
commitments-looked-until = Looked back to { $day }.
commitments-link = { $n ->
    [one] Link 1 answer
   *[other] Link { $n } answers
  }
commitments-in-answers = Look for others among the answers
commitments-linked = { $n ->
    [one] Linked. 1 person is behind it.
   *[other] Linked. { $n } people are behind it.
  }
commitments-unlink = Unlink
commitments-unlink-of = Unlink the answer of { $name }
commitments-unlinked = { $n ->
    [one] Unlinked. 1 person is behind it.
   *[other] Unlinked. { $n } people are behind it.
  }
commitments-withheld = not shown to you, as it is about you
commitments-quote = Quote
commitments-quote-of = Quote the answer of { $name }
commitments-quote-title = Choose words for the public page
commitments-quote-how = What they wrote, in their order; […] stands for what you cut out. Cut names, companies and numbers. Read it once more as if you were their competitor.
commitments-quote-text = Quote, in { $language }
commitments-quote-in = Translation: { $language }
commitments-quote-choose = Choose these words
commitments-quote-asked = It is read for everybody’s names now. Within minutes it stands among the quotes, or the reason why not.
commitments-quotes = Quotes
commitments-quotes-lead = Words of customers who allowed it. A quote stands as long as its person allows it and their words say it.
commitments-quotes-none = No quotes
commitments-quotes-none-why = Words are chosen at an answer behind a commitment, where its person said that they may be quoted.
commitments-quotes-chosen = Just chosen
commitments-request-asked = Being read for names
commitments-request-refused = Not taken
commitments-request-done = Chosen
commitments-request-late = Takes longer than it should
commitments-request-too-late = Nobody came to it in time. Please choose it once more.
commitments-quote-by = chosen on { $day } by { $who }
commitments-quote-remove = Remove this quote
commitments-quote-remove-say = It leaves the page within minutes and is forgotten here.
commitments-quote-removed = The quote is removed.
commitments-fallen-erased = Not shown: the person was erased
commitments-fallen-unconfirmed = Not shown: the answer does not count
commitments-fallen-taken_back = Not shown: the yes was taken back
commitments-fallen-no_words = Not shown: the words are gone
commitments-fallen-changed = Not shown: the answer says something else by now
commitments-tell = Tell those who asked
commitments-tell-lead = One mail each, once, in their language. Nobody is told twice.
commitments-not-yet-not_public = It is not public
commitments-not-yet-not_done = The public does not read that it is done
commitments-not-yet-not_on_page = The public page does not say yet that it is done
commitments-not-yet-why = The mail leads to the page, so the page has to say it first.
commitments-mail = The mail
commitments-mail-note = As plain text; with the same words it is laid out like all your mails.
commitments-askers = Those who asked
commitments-the-mail = The mail
commitments-more-askers = More people are behind it. Show them to tell them, too.
commitments-tell-them = { $n ->
    [one] Tell 1 person
   *[other] Tell { $n } people
  }
commitments-tell-say = { $n ->
    [one] 1 person gets the mail you have just read, and that cannot be taken back.
   *[other] { $n } people get the mail you have just read, and that cannot be taken back.
  }
commitments-told = { $n ->
    [one] Approved: 1 mail goes out in the send window.
   *[other] Approved: { $n } mails go out in the send window.
  }
commitments-ahead = { $n ->
    [one] after 1 other such mail
   *[other] after { $n } other such mails
  }
commitments-verdict-now = As soon as you say yes
commitments-verdict-later = Not before
commitments-verdict-never = None
commitments-verdict-unasked = Not approved yet
commitments-became-waits = Approved; waits until
commitments-became-soon = Approved; goes out within minutes
commitments-became-held = Approved; goes out only if the public page says that it is done
commitments-only-if-on-page = only if the public page says that it is done
commitments-became-sending = Going out right now
commitments-became-sent = Sent
commitments-became-unknown = May have gone out; nobody knows
commitments-became-failed = Refused by the mail service
commitments-became-expired = Not told in time
commitments-became-skipped = Not told
commitments-why-changed = the page says something else since; it can be approved again
commitments-why-not_asked = no answer of theirs is behind it any more
commitments-why-not_done = the page no longer says that it is done
commitments-why-not_public = it is no longer public
commitments-why-survey_due = a survey mail is due within days
commitments-why-survey_lately = a survey mail went out days ago
commitments-why-told_already = somebody else at the address is told
commitments-why-told_in_invitation = an invitation told them
commitments-why-told_lately = another such mail went out not long ago
commitments-why-too_late = the moment to tell had passed
commitments-why-erased = the person was erased
commitments-why-do_not_ask = the contact list says not to write
commitments-why-suppressed = the address is not to be written to
commitments-why-hold = the account is on hold
commitments-why-open_follow_up = somebody is looking after an answer of theirs
commitments-why-paused = sending is paused
commitments-why-send_window = outside the send window
commitments-why-daily_limit = the day’s limit of mails was reached
commitments-why-bounced = the address does not exist
commitments-why-complained = the person reported it as spam
commitments-why-unsubscribed = the person asked not to be written to
