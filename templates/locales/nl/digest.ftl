# De overzichten: elke week voor het team en voor alle verantwoordelijken, elke maand voor de directie.

## Allebei

digest-answers = { $n ->
    [one] Eén antwoord
   *[other] { $n } antwoorden
}: { $promoters ->
    [one] één promotor
   *[other] { $promoters } promotors
}, { $passives ->
    [one] één passief
   *[other] { $passives } passief
}, { $detractors ->
    [one] één criticaster
   *[other] { $detractors } criticasters
}.
digest-nps = NPS { $nps }
digest-interval = waarschijnlijk tussen { $low } en { $high }
digest-few = weinig antwoorden
digest-satisfaction = { $survey }, 1 tot en met 5: { $n ->
    [one] één antwoord
   *[other] { $n } antwoorden
}
digest-satisfaction-mean = gemiddeld { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) }
digest-satisfaction-share = { $share } % gaf een 4 of 5, waarschijnlijk tussen { $low } % en { $high } %
digest-more = en nog { $more }
digest-holds = Even overgeslagen: { $n ->
    [0] geen klant
    [one] één klant
   *[other] { $n } klanten
}
digest-held = tot en met { DATETIME($until, dateStyle: "long") } · { $reason } · { $by }

## Elke week

digest-subject = { $own ->
    [yes] { $address ->
        [informal] Jouw klanten
       *[formal] Uw klanten
    }: { $n ->
        [0] geen antwoorden
        [one] één antwoord
       *[other] { $n } antwoorden
    }
   *[no] { $n ->
        [0] Geen antwoorden
        [one] Eén antwoord
       *[other] { $n } antwoorden
    }
} in de week van { DATETIME($start, dateStyle: "long") }{ $late ->
    [0] { "" }
    [one] , één zaak te laat
   *[other] , { $late } zaken te laat
}
digest-title = { $own ->
    [yes] { $address ->
        [informal] Wat jouw klanten hebben gezegd
       *[formal] Wat uw klanten hebben gezegd
    }
   *[no] Wat we hebben gehoord
}
digest-period = { DATETIME($start, dateStyle: "long") } tot en met { DATETIME($end, dateStyle: "long") }
digest-nobody = Deze week heeft niemand geantwoord.
digest-praise = { $own ->
    [yes] Lof
   *[no] Lof om door te geven
}
digest-criticism = { $own ->
    [yes] Kritiek
   *[no] Voor het overleg
}
digest-missing = Wat er ontbreekt voor een 9 of 10
digest-quoted = { $account } · { $score } van de { $most }
digest-pass-on = voor { $owner }
digest-reference = { $person } mag als referentie worden genoemd
digest-follow-ups = Open zaken
digest-none-open = Er staat geen zaak open.
digest-due = opvolgen vóór { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-late = te laat sinds { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
digest-contacted = contact sinds { DATETIME($at, dateStyle: "long") }, niet afgesloten
digest-case = Zaak openen: { $who }
digest-unconfirmed-why = { $own ->
    [yes] Bij deze lage cijfers is niemand gezien; ook mailscanners openen links. Ze tellen nergens mee, en er is geen zaak voor. { $address ->
        [informal] Vraag het als je elkaar toch spreekt: hoe gaat het, ontbreekt er iets? Klopt een cijfer, laat het dan { $manager } weten.
       *[formal] Vraag het als u elkaar toch spreekt: hoe gaat het, ontbreekt er iets? Klopt een cijfer, laat het dan { $manager } weten.
    }
   *[no] Bij deze lage cijfers is niemand gezien; ook mailscanners openen links. Er wordt geen zaak voor geopend. Blijkt bij navraag dat een cijfer klopt, dan telt het mee met sayso answers accept.
}
digest-silent = Gevraagd, en al een jaar stil
digest-silent-asked = { $asked ->
    [one] in twaalf maanden één keer gevraagd
   *[other] in twaalf maanden { $asked } keer gevraagd
}
digest-silent-last = laatste antwoord op { DATETIME($day, dateStyle: "long") }
digest-silent-never = nog nooit geantwoord
digest-silent-renewal = verlenging op { DATETIME($day, dateStyle: "long") }
digest-next = Wie er binnenkort wordt gevraagd
digest-next-why = { $address ->
    [informal] Van { DATETIME($start, dateStyle: "long") } tot en met { DATETIME($end, dateStyle: "long") }. Komt de vraag bij iemand slecht uit? Sla de klant dan even over, met een reden.
   *[formal] Van { DATETIME($start, dateStyle: "long") } tot en met { DATETIME($end, dateStyle: "long") }. Komt de vraag bij iemand slecht uit? Sla de klant dan even over, met een reden.
}
digest-next-paused = Het versturen staat stil: tot het verdergaat, wordt niemand gevraagd.
digest-next-person = { $person } · { $survey } · { DATETIME($day, dateStyle: "full") }
digest-hold = { $account } even overslaan
digest-reason = { $own ->
    [yes] { $address ->
        [informal] Je krijgt dit overzicht omdat je verantwoordelijk bent voor deze klanten.
       *[formal] U ontvangt dit overzicht omdat u verantwoordelijk bent voor deze klanten.
    } Het komt hooguit één keer per week, en alleen als er iets te vertellen is. Antwoorden gaan naar de leiding van het programma.
   *[no] Dit overzicht komt één keer per week uit het feedbackprogramma van { $company }. Het noemt klanten bij naam: graag binnen het bedrijf houden.
}

## Elke maand

monthly-subject = { $month }: { $nps ->
    [none] { $n ->
        [0] geen antwoorden
        [one] één antwoord
       *[other] { $n } antwoorden
    }
   *[other] NPS { $nps }, { $moved ->
        [up] betrouwbaar hoger dan het jaar ervoor
        [down] betrouwbaar lager dan het jaar ervoor
        [same] geen betrouwbare verandering
       *[unknown] { $n } antwoorden in twaalf maanden
    }
}
monthly-title = { $month }, voor het directieoverleg
monthly-headline-none = In de twaalf maanden tot en met { DATETIME($until, dateStyle: "long") } heeft niemand over de samenwerking geantwoord.
monthly-headline-few = Nog te weinig antwoorden voor een score.
monthly-headline = { $n ->
    [one] één antwoord
   *[other] { $n } antwoorden
}, twaalf maanden tot en met { DATETIME($until, dateStyle: "long") }
monthly-coverage = { $answered } van de { $asked } gevraagden hebben geantwoord
monthly-moved-year = { $way ->
    [up] { $points } punten hoger dan de twaalf maanden ervoor, waarschijnlijk tussen { $low } en { $high }: meer dan toeval.
    [down] { $points } punten lager dan de twaalf maanden ervoor, waarschijnlijk tussen { $low } en { $high }: meer dan toeval.
    [same] Geen betrouwbare verandering ten opzichte van de twaalf maanden ervoor: { $change } punten, waarschijnlijk tussen { $low } en { $high }.
    [other] Niet vergeleken met de twaalf maanden ervoor: toen zijn andere vragen gesteld.
   *[few] Niet vergeleken met de twaalf maanden ervoor: er zijn minder dan tien antwoorden.
}
monthly-moved-month = { $way ->
    [up] { $points } punten hoger dan de maand ervoor, waarschijnlijk tussen { $low } en { $high }: meer dan toeval.
    [down] { $points } punten lager dan de maand ervoor, waarschijnlijk tussen { $low } en { $high }: meer dan toeval.
    [same] Geen betrouwbare verandering ten opzichte van de maand ervoor: { $change } punten, waarschijnlijk tussen { $low } en { $high }.
    [other] Niet vergeleken met de maand ervoor: toen zijn andere vragen gesteld.
   *[few] Niet vergeleken met de maand ervoor: er zijn minder dan tien antwoorden.
}
monthly-nobody = Niemand heeft geantwoord.
monthly-relationship = Over de relatie: { $counts }
monthly-survey = { $survey }: { $n ->
    [one] één antwoord
   *[other] { $n } antwoorden
}
monthly-drivers = Wat criticasters in alle enquêtes noemden
monthly-driver = { $cause }: { $times } van de { $n }
monthly-drivers-none = Geen criticaster noemde een reden.
monthly-loop = Teruggebeld en teruggewonnen
monthly-opened = { $n ->
    [one] In { $month } is één zaak geopend.
   *[other] In { $month } zijn { $n } zaken geopend.
}
monthly-in-time = Op tijd contact: { $in_time } van de { $n }.
monthly-days = { $days ->
    [0] Bij de helft was dat op dezelfde werkdag.
    [one] Bij de helft was dat binnen één werkdag.
   *[other] Bij de helft was dat binnen { NUMBER($days, maximumFractionDigits: 1) } werkdagen.
}
monthly-closed = Afgesloten: { $n }. Opgelost { $solved }, niet opgelost { $not_solved }, geen reactie { $no_answer }.
monthly-causes = Het lag aan: { $causes }.
monthly-won-back = Teruggewonnen in twaalf maanden: { $won_back } van de { $answered } die opnieuw hebben geantwoord; { $asked ->
    [one] er is één gevraagd.
   *[other] er zijn er { $asked } gevraagd.
}
monthly-open = { $n ->
    [0] Er staat vandaag geen zaak open.
    [one] Er staat vandaag één zaak open{ $late ->
        [0] .
       *[other] , en die is te laat.
    }
   *[other] Er staan vandaag { $n } zaken open{ $late ->
        [0] .
        [one] , waarvan één te laat.
       *[other] , waarvan { $late } te laat.
    }
}
monthly-commitments = Wat we hebben toegezegd
monthly-commitments-none = Er is niets gepland, gedaan of afgewezen.
monthly-done = gedaan op { DATETIME($day, dateStyle: "long") }
monthly-status = { $status ->
    [planned] gepland
    [in_progress] mee bezig
    [declined] afgewezen
   *[done] gedaan
}
monthly-held = { $n ->
    [0] In { $month } is geen klant overgeslagen.
    [one] In { $month } is één klant overgeslagen.
   *[other] In { $month } zijn { $n } klanten overgeslagen.
}
monthly-reason = Dit overzicht komt één keer per maand uit het feedbackprogramma van { $company }. Het noemt klanten bij naam: graag binnen het bedrijf houden.
