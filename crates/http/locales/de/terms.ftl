# The terms of this portal.
terms-title = Partnerbedingungen
terms-lead = Diese Bedingungen hat bei der Registrierung eine dazu befugte Person für das Unternehmen akzeptiert.
terms-1-title = Wer teilnimmt
terms-1-text = Ein Unternehmen nimmt mit einem Konto an { $programme } teil. Alle, die in diesem Konto arbeiten, tun dies für das Unternehmen, mit einer Adresse, über die das Unternehmen verfügt.
terms-2-title = Ihr Konto
terms-2-text = Das Unternehmen benennt eine Person für die Allianzleitung und hält seine Benutzer, Rollen und Angaben aktuell. Wer das Unternehmen verlässt, wird unverzüglich entfernt.
terms-3-title = Zugriff
terms-3-text = Passwörter, Codes, Links und Token sind persönlich und werden nicht weitergegeben. Der Zugriff ergibt sich aus den Rollen, die das Unternehmen vergibt; es wird protokolliert, wer welche Rolle wann vergeben hat.
terms-4-title = Daten
terms-4-text = Das Portal speichert, was für die Partnerschaft nötig ist: Kontaktdaten, Rollen und ein Protokoll der Änderungen. Aufzeichnungen über entfernte Personen bleiben erhalten, damit frühere Entscheidungen nachvollziehbar sind.
terms-5-title = Verhalten
terms-5-text = Was ein Unternehmen hier über sich angibt, ist wahr. Niemand verwendet das Portal, um an Daten zu gelangen, die die eigene Rolle nicht freigibt.
terms-6-title = Beendigung
terms-6-text = Ein Unternehmen kann jederzeit austreten. Das Programm kann den Zugriff eines Unternehmens, das gegen diese Bedingungen verstößt, beenden, nachdem es dessen Allianzleitung den Grund genannt hat.
