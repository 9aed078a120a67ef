# De afbeelding van wat er de komende dagen uitgaat, op de werkplek.
# $first, $last, $busiest dagen van het jaar; $count, $most mails
calendar-title = Wat er van { $first } tot en met { $last } uitgaat
calendar-description = In totaal { $count ->
    [one] 1 mail
   *[other] { $count } mails
}. De meeste op één dag zijn er { $most }, op { $busiest }.
calendar-none = Voor deze dagen is niets gepland.
