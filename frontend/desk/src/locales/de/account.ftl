# Die eigene Anmeldung: wer man hier ist, und die App, die Codes erzeugt
account-title = { $address ->
    [informal] Deine Anmeldung
   *[formal] Ihre Anmeldung
  }
account-name = Name
account-email = Adresse
account-role = Rolle
account-app = Code aus einer App
account-app-note = { $address ->
    [informal] Neben deinem Passwort verlangt die Anmeldung dann einen Code, den eine App auf deinem Telefon jede halbe Minute neu erzeugt. Wer dein Passwort hat, kommt damit allein nicht hinein.
   *[formal] Neben Ihrem Passwort verlangt die Anmeldung dann einen Code, den eine App auf Ihrem Telefon jede halbe Minute neu erzeugt. Wer Ihr Passwort hat, kommt damit allein nicht hinein.
  }
account-on = An
account-off = Aus
account-on-why = Bei jeder Anmeldung wird nach einem Code gefragt.
account-off-why = Für die Anmeldung genügt das Passwort.
account-required = Hier brauchen alle einen Code, deshalb lässt er sich nicht ausschalten.
account-set-up = App einrichten
account-move = Auf einem anderen Telefon einrichten
account-lost = Wer das Telefon verliert, wendet sich an die Leitung des Kundenprogramms; danach lässt sich eine App neu einrichten.
account-set-up-title = App einrichten
account-step-app = { $address ->
    [informal] Installier auf deinem Telefon eine App, die Codes erzeugt, wenn du noch keine hast. Auch die meisten Passwortmanager können das.
   *[formal] Installieren Sie auf Ihrem Telefon eine App, die Codes erzeugt, wenn Sie noch keine haben. Auch die meisten Passwortmanager können das.
  }
account-step-scan = { $address ->
    [informal] Scann mit der App dieses Bild.
   *[formal] Scannen Sie mit der App dieses Bild.
  }
account-code-drawn = Der Schlüssel als QR-Code. Er steht darunter auch als Text.
account-open-app = In der App auf diesem Gerät öffnen
account-step-type = { $address ->
    [informal] Oder gib diesen Schlüssel in der App ein:
   *[formal] Oder geben Sie diesen Schlüssel in der App ein:
  }
account-copy = Schlüssel kopieren
account-copied = Kopiert
account-not-copied = Markiert, zum Kopieren mit der Tastatur
account-code = Code
account-code-hint = Die sechs Ziffern, die die App gerade zeigt
account-code-incomplete = Der Code hat sechs Ziffern.
account-code-wrong = { $address ->
    [informal] Dieser Code passt nicht. Warte auf den nächsten und gib ihn ein; passt keiner, sieh nach, ob die Uhr des Telefons richtig geht.
   *[formal] Dieser Code passt nicht. Warten Sie auf den nächsten und geben Sie ihn ein; passt keiner, sehen Sie nach, ob die Uhr des Telefons richtig geht.
  }
account-too-many = { $address ->
    [informal] Das war in kurzer Zeit zu oft. Bitte warte ein paar Minuten und versuch es dann noch einmal.
   *[formal] Das war in kurzer Zeit zu oft. Bitte warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.
  }
account-switch-on = Einschalten
account-on-done = Die App ist eingerichtet. Ab jetzt fragt die Anmeldung nach ihrem Code.
account-switch-off = Code ausschalten
account-switch-off-say = { $address ->
    [informal] Danach genügt dein Passwort für die Anmeldung, auch jemandem, der es in die Hände bekommt. Eine App kannst du jederzeit wieder einrichten.
   *[formal] Danach genügt Ihr Passwort für die Anmeldung, auch jemandem, der es in die Hände bekommt. Eine App können Sie jederzeit wieder einrichten.
  }
account-off-done = Die Anmeldung fragt nicht mehr nach einem Code.
