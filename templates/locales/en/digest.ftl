# The digests: by the week for the team and for each owner, by the month for those who run the company.

## Both

digest-answers = { $n ->
    [one] One answer
   *[other] { $n } answers
}: { $promoters ->
    [one] one promoter
   *[other] { $promoters } promoters
}, { $passives ->
    [one] one passive
   *[other] { $passives } passives
}, { $detractors ->
    [one] one detractor
   *[other] { $detractors } detractors
}.
digest-nps = NPS { $nps }
digest-interval = likely between { $low } and { $high }
digest-few = few answers
digest-satisfaction = { $survey }, 1 to 5: { $n ->
    [one] one answer
   *[other] { $n } answers
}
digest-satisfaction-mean = { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) } on average
digest-satisfaction-share = { $share } % gave 4 or 5, likely between { $low } % and { $high } %
digest-more = and { $more } more
digest-holds = On hold: { $n ->
    [0] no account
    [one] one account
   *[other] { $n } accounts
}
digest-held = until { DATETIME($until, dateStyle: "long") } · { $reason } · { $by }

## By the week

digest-subject = { $own ->
    [yes] Your customers: { $n ->
        [0] no answers
        [one] one answer
       *[other] { $n } answers
    }
   *[no] { $n ->
        [0] No answers
        [one] One answer
       *[other] { $n } answers
    }
} in the week of { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , one follow-up late
   *[other] , { $late } follow-ups late
}
digest-title = { $own ->
    [yes] What your customers said
   *[no] What we heard
}
digest-period = { DATETIME($start, dateStyle: "long") } to { DATETIME($end, dateStyle: "long") }
digest-nobody = Nobody answered this week.
digest-praise = { $own ->
    [yes] Praise
   *[no] Praise to pass on
}
digest-criticism = { $own ->
    [yes] Criticism
   *[no] For the meeting
}
digest-missing = Missing for a 9 or 10
digest-quoted = { $account } · { $score } of { $most }
digest-pass-on = for { $owner }
digest-reference = { $person } may be named as a reference
digest-follow-ups = Open follow-ups
digest-none-open = No follow-up is open.
digest-due = due { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-late = late since { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-contacted = in touch since { DATETIME($at, dateStyle: "long") }, not closed
digest-case = Open the follow-up: { $who }
digest-unconfirmed-why = { $own ->
    [yes] Nobody was seen giving these low scores; mail scanners open links, too. They count nowhere and open no follow-up. Ask when you next talk: how are things, is anything missing? If a score is real, let { $manager } know.
   *[no] Nobody was seen giving these low scores; mail scanners open links, too. They open no follow-up. Ask the customer: if a score is theirs, sayso answers accept makes it count.
}
digest-silent = Asked, and silent for a year
digest-silent-asked = { $asked ->
    [one] asked once in twelve months
   *[other] asked { $asked } times in twelve months
}
digest-silent-last = last answer on { DATETIME($day, dateStyle: "long") }
digest-silent-never = never answered
digest-silent-renewal = renewal on { DATETIME($day, dateStyle: "long") }
digest-next = Who is asked next
digest-next-why = From { DATETIME($start, dateStyle: "long") } to { DATETIME($end, dateStyle: "long") }. Is it a bad moment for somebody? Put their account on hold, and say why.
digest-next-paused = Sending is paused: nobody is asked until it goes on.
digest-next-person = { $person } · { $survey } · { DATETIME($day, dateStyle: "full") }
digest-hold = Hold { $account }
digest-reason = { $own ->
    [yes] You receive this because you look after these customers. It comes at most once a week, and only if there is something to tell. Replies go to the manager of the programme.
   *[no] This digest goes out once a week from the feedback programme of { $company }. It names customers, so please keep it in the company.
}

## By the month

monthly-subject = { $month }: { $nps ->
    [none] { $n ->
        [0] no answers
        [one] one answer
       *[other] { $n } answers
    }
   *[other] NPS { $nps }, { $moved ->
        [up] reliably up on the year before
        [down] reliably down on the year before
        [same] no reliable change
       *[unknown] { $n } answers in twelve months
    }
}
monthly-title = { $month }, for the management meeting
monthly-headline-none = Nobody has answered about the relationship in the twelve months to { DATETIME($until, dateStyle: "long") }.
monthly-headline-few = Too few answers for a score yet.
monthly-headline = { $n ->
    [one] one answer
   *[other] { $n } answers
}, twelve months to { DATETIME($until, dateStyle: "long") }
monthly-coverage = { $answered } of { $asked } asked have answered
monthly-moved-year = { $way ->
    [up] Up { $points } points on the twelve months before, likely between { $low } and { $high }: more than noise.
    [down] Down { $points } points on the twelve months before, likely between { $low } and { $high }: more than noise.
    [same] No reliable change from the twelve months before: { $change } points, likely between { $low } and { $high }.
    [other] Not compared with the twelve months before: other questions were asked then.
   *[few] Not compared with the twelve months before: there are fewer than ten answers.
}
monthly-moved-month = { $way ->
    [up] Up { $points } points on the month before, likely between { $low } and { $high }: more than noise.
    [down] Down { $points } points on the month before, likely between { $low } and { $high }: more than noise.
    [same] No reliable change from the month before: { $change } points, likely between { $low } and { $high }.
    [other] Not compared with the month before: other questions were asked then.
   *[few] Not compared with the month before: there are fewer than ten answers.
}
monthly-nobody = Nobody answered.
monthly-relationship = About the relationship: { $counts }
monthly-survey = { $survey }: { $n ->
    [one] one answer
   *[other] { $n } answers
}
monthly-drivers = What detractors named, in all surveys
monthly-driver = { $cause }: { $times } of { $n }
monthly-drivers-none = No detractor named a reason.
monthly-loop = Called back, and won back
monthly-opened = { $n ->
    [one] One follow-up was opened in { $month }.
   *[other] { $n } follow-ups were opened in { $month }.
}
monthly-in-time = First contact in time: { $in_time } of { $n }.
monthly-days = { $days ->
    [0] Half of them were contacted on the same working day.
    [one] Half of them were contacted within one working day.
   *[other] Half of them were contacted within { NUMBER($days, maximumFractionDigits: 1) } working days.
}
monthly-closed = Closed: { $n }. Solved { $solved }, not solved { $not_solved }, no answer { $no_answer }.
monthly-causes = What it was: { $causes }.
monthly-won-back = Won back in twelve months: { $won_back } of { $answered } who answered again; { $asked ->
    [one] one was asked.
   *[other] { $asked } were asked.
}
monthly-open = { $n ->
    [0] No follow-up is open today.
    [one] One follow-up is open today{ $late ->
        [0] .
       *[other] , and late.
    }
   *[other] { $n } follow-ups are open today{ $late ->
        [0] .
        [one] , one of them late.
       *[other] , { $late } of them late.
    }
}
monthly-commitments = What we promised
monthly-commitments-none = Nothing was planned, done or declined.
monthly-done = done on { DATETIME($day, dateStyle: "long") }
monthly-status = { $status ->
    [planned] planned
    [in_progress] in progress
    [declined] declined
   *[done] done
}
monthly-held = { $n ->
    [0] No account was put on hold in { $month }.
    [one] One account was put on hold in { $month }.
   *[other] { $n } accounts were put on hold in { $month }.
}
monthly-reason = This digest goes out once a month from the feedback programme of { $company }. It names customers, so please keep it in the company.
