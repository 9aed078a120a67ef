# What several views call the same: states, groups, roles, and the words on buttons
common-yes = yes
common-no = no
common-saving = Saving …
common-cancel = Cancel
common-close = Close
common-search = Search
common-filter = Filter
common-all = All
common-none = None
common-more = Show more
common-try-again = Try again
common-one-moment = One moment …
common-choose = Please choose
common-today = today
common-until = until { $value }
common-from-to = { $from } to { $to }
common-of = of { $most }
common-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
  }
common-likely = likely between { $low } and { $high }
common-not-enough = too few answers to say
common-no-change = No reliable change
common-erased = Someone whose details were erased
common-no-name = Name not known
common-no-words = No words came with this answer.

common-group-promoter = Promoter
common-group-passive = Passive
common-group-detractor = Detractor
common-groups-promoter = Promoters
common-groups-passive = Passives
common-groups-detractor = Detractors

common-case-open = Open
common-case-contacted = Contacted
common-case-solved = Solved
common-case-not_solved = Not solved
common-case-no_answer = No answer
common-case-late = Late

common-survey-day50 = First weeks
common-survey-annual = Annual survey
common-survey-ticket = Support ticket
common-survey-recheck = Recheck
common-survey-review = Review meeting

common-role-manager = Manager
common-role-owner = Account owner
common-role-viewer = Viewer

common-language-en = English
common-language-de = German
common-language-nl = Dutch
common-language-own-en = English
common-language-own-de = Deutsch
common-language-own-nl = Nederlands

common-account = Account
common-contact = Contact
common-owner = Responsible
common-survey = Survey
common-score = Score
common-theme = Theme
common-driver = Reason
common-language = Language
common-state = State
common-date = Date
common-period = Period
