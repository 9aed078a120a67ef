# Das Bild dessen, was in den nächsten Tagen hinausgeht, am Arbeitsplatz.
# $first, $last, $busiest Tage des Jahres; $count, $most Mails
calendar-title = Was vom { $first } bis zum { $last } hinausgeht
calendar-description = Insgesamt { $count ->
    [one] 1 Mail
   *[other] { $count } Mails
}. Die meisten an einem Tag sind { $most }, am { $busiest }.
calendar-none = Für diese Tage ist nichts geplant.
