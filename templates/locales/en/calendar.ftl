# The picture of what goes out in the days to come, at the desk.
# $first, $last, $busiest days of the year; $count, $most mails
calendar-title = What goes out from { $first } to { $last }
calendar-description = { $count ->
    [one] 1 mail
   *[other] { $count } mails
} in all. The most on one day are { $most }, on { $busiest }.
calendar-none = Nothing is planned for these days.
