# Answers: the feed, one answer, filing, ruling, export
answers-nav = Answers
answers-title = Answers
answers-lead = What customers say, the newest first.
answers-lead-mine = What the customers you look after say, the newest first.
answers-one = One answer
answers-open = open this answer

answers-state-counts = Counts
answers-state-waiting = Waiting
answers-state-unconfirmed = Not confirmed
answers-state-machine = Machine
answers-state-all = All

answers-filters = Filters
answers-filters-on = { $n ->
    [one] Filters: 1 chosen
   *[other] Filters: { $n } chosen
  }
answers-filters-off = Remove all filters
answers-account-off = Not only { $account }
answers-account-begin = Begins with …
answers-group = Group
answers-filed = Filed
answers-filed-filed = filed under a theme
answers-filed-suggested = suggested, not decided
answers-filed-none = under no theme
answers-since = From
answers-until = To
answers-only = Only
answers-only-words = with words
answers-only-quotable = may be quoted

answers-search = Search in what is shown
answers-search-hint = All words, whatever their case and accents. Only answers loaded below are searched.
answers-search-found = { $n } of { $of } loaded answers
answers-new = { $n ->
    [one] 1 new answer: show it
   *[other] { $n } new answers: show them
  }
answers-looked-until = Looked back to { $day } so far. There may be more before that.
answers-none = No answers yet
answers-none-why = As soon as somebody answers, it stands here within half a minute.
answers-none-fits = No answer fits
answers-none-fits-why = Choose fewer filters, or a longer period.
answers-none-yet = Nothing found so far
answers-none-more = Older answers have not been looked at yet: show more.
answers-none-search = Not in what is loaded
answers-none-search-more = Older answers are not loaded yet: show more to search them, too.

answers-withheld = What this says is about you, and is for somebody else to read.
answers-words-gone = The words have expired and are deleted.
answers-better = What would make it better:
answers-ticket = Ticket { $ticket }
answers-wish = Wants to be contacted
answers-wish-no = no
answers-wish-phone = by phone
answers-wish-mail = by mail
answers-may-quote = may be quoted
answers-may-name = may be named as a reference
answers-case = Follow-up: { $state }
answers-follow-up = Follow-up

answers-themes = Themes
answers-themes-note = Press a theme to file the answer under it, and again to take that back.
answers-themes-first = It can be filed once it counts.
answers-file = File under …
answers-accept = yes
answers-not-it = no
answers-accept-theme = Yes, this is about { $theme }
answers-reject-theme = No, this is not about { $theme }
answers-suggested = { $theme }?
answers-theme-filed = { $theme }: filed by { $by }
answers-theme-suggested = { $theme }: suggested by the words
answers-theme-rejected = { $theme }: rejected by { $by }
answers-by-rule = a rule
answers-undo = Undo
answers-told-file = { $n ->
    [one] Filed under { $theme }.
   *[other] { $n } answers filed under { $theme }.
  }
answers-told-accept = { $n ->
    [one] Filed under { $theme }.
   *[other] { $n } answers filed under { $theme }.
  }
answers-told-reject = { $n ->
    [one] Not about { $theme }.
   *[other] { $n } answers are not about { $theme }.
  }
answers-told-take_back = Taken back: { $theme }.
answers-told-undone = Undone: { $theme }.

answers-choose = Choose { $answer }
answers-selected = { $n ->
    [one] 1 answer chosen
   *[other] { $n } answers chosen
  }
answers-clear = Choose none

answers-keys = Keyboard
answers-keys-on = Single keys file answers
answers-keys-hint = Switch this off if you dictate, or press keys by accident. While you type, they are always off.
answers-key-j = next answer
answers-key-k = answer before
answers-key-1 = file under the theme with this number, or take it back
answers-key-a = accept the suggestion
answers-key-x = reject the suggestion
answers-key-s = choose this answer
answers-key-o = open this answer
answers-key-u = undo

answers-rule-accepted = It is theirs
answers-rule-accepted-say = The answer counts from now on, and a low one opens a follow-up. This cannot be taken back.
answers-rule-rejected = It is not theirs
answers-rule-rejected-say = The answer does not count. If the person comes back and answers, that counts.
answers-rule-score = Which number is theirs?
answers-rule-score-missing = Several numbers were opened: choose the one they meant.
answers-rule-reason = Why
answers-rule-reason-hint = What you asked, and what you were told. It is kept.
answers-rule-reason-missing = Say why.
answers-told-accepted = Accepted: { $score } counts from now on.
answers-told-rejected = Rejected: it does not count.

answers-link = Link to a commitment
answers-link-say = { $n ->
    [one] The person behind this answer is told when the commitment is done.
   *[other] The people behind these { $n } answers are told when the commitment is done.
  }
answers-link-to = Commitment
answers-link-none = There is no open commitment yet.
answers-linked = { $n ->
    [one] Linked. { $voices } people asked for it now.
   *[other] { $n } answers linked. { $voices } people asked for it now.
  }
answers-made = What came of it
answers-commitments-none = Linked to no commitment.
answers-by-another = (by another answer of the same person)

answers-quote = Choose a quote
answers-quote-say = This person allowed us to quote them, without their name. Leave out names of people and companies.
answers-quote-hint = Their own words: cut with […], change nothing.
answers-quote-text = Quote ({ $language })
answers-quote-translation = Translation: { $language } (optional)
answers-quoted = Chosen. It is read for names now, and is ready within minutes.
answers-quote-stands = Chosen as a quote
answers-quote-fallen = Was chosen as a quote, and may not be shown any more

answers-evidence = How we know
answers-visible = Page visible for
answers-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
  }
answers-after-delivery = After the mail arrived
answers-scores-seen = Numbers opened
answers-recorded-by = Recorded by
answers-imported-from = Imported from
answers-id = Short name
answers-reason-gesture = Somebody touched the page, moved the pointer or typed
answers-reason-read = The only score, opened 5 minutes or more after the mail, and read
answers-reason-sent = Sent with the button of the plain page
answers-reason-everything_counts = The programme counts every click
answers-reason-accepted = Accepted by one of us
answers-reason-imported = Taken over from another tool
answers-reason-recorded = Said in a meeting, and written down by one of us
answers-reason-rejected = Rejected by one of us
answers-reason-burst = Different scores within seconds, as mail scanners open them
answers-reason-many_scores = Three different scores or more, and nobody touched the page
answers-reason-several_scores = Two different scores, and nobody touched the page
answers-reason-too_soon = Opened within 5 minutes of the delivery, when mail is scanned
answers-reason-sent_too_soon = Sent within a minute of the delivery
answers-reason-too_short = Visible for less than 5 seconds
answers-reason-no_gesture = Nobody touched the page, and the programme asks for that

answers-history = History
answers-history-none = Nothing is kept of it.
answers-step-asked = Asked by mail
answers-step-reminded = Reminded
answers-step-delivered = The mail arrived
answers-step-recorded = Recorded in a meeting
answers-step-imported = Given to another tool
answers-step-given = First clicked
answers-step-counted = Confirmed: it counts
answers-step-accepted = Accepted { $score }
answers-step-rejected = Rejected
answers-step-theme_filed = Filed under { $theme }
answers-step-theme_rejected = Not about { $theme }
answers-step-case_opened = Follow-up opened
answers-step-case_closed = Follow-up closed
answers-step-quoted = Chosen as a quote

answers-others = Other answers of this person
answers-others-none = This is their only answer so far.
answers-of-account = All answers of this account

answers-export = Export
answers-export-say = All answers that fit the filters go into a file on this computer. They are about people: delete it when it is used. The export is recorded.
answers-export-counts = Only answers that count can be exported: choose the state “Counts”.
answers-export-as = File
answers-export-csv = CSV, for spreadsheets
answers-export-jsonl = JSON lines, for programs
answers-export-so-far = { $n } answers so far, back to { $until } …
answers-export-stop = Stop
answers-exported = { $n ->
    [one] 1 answer exported.
   *[other] { $n } answers exported.
  }
