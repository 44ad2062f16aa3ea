package desk

import (
	"regexp"
	"time"
	"unicode"
	"unicode/utf8"
)

// The limits of what a client can send.
const (
	MaxTitle  = 200  // characters
	MaxNote   = 4000 // characters
	MaxKey    = 200  // bytes
	MaxEvents = 1000 // of a ticket
	MaxTerms  = 8192 // bytes of each of a ticket's customer, readings and attributes
	// MaxAhead is how far in the future an event can be, since clients' clocks differ.
	MaxAhead = time.Minute
)

// firstYear is the first year whose events are accepted: an earlier one is a slip, and would
// make years of notices.
const firstYear = 2000

// newID cannot be a ticket's id: its page would have the address of the form for new tickets.
const newID = "new"

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// checkText checks a text for people: one line, or several.
func checkText(field, text string, most int, lines bool) error {
	if !utf8.ValidString(text) {
		return invalid(field, "the text is not UTF-8")
	}
	if n := utf8.RuneCountInString(text); n > most {
		return invalid(field, "%d characters are too many; %d at most", n, most)
	}
	for _, r := range text {
		if unicode.IsControl(r) && !(lines && (r == '\n' || r == '\r' || r == '\t')) {
			return invalid(field, "%q is a control character, which cannot stand there", r)
		}
	}
	return nil
}

// visible reports whether a character can be seen: a title of blanks would be a link that
// nobody finds.
func visible(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }

// checkKey checks an idempotency key.
func checkKey(key string) error {
	if len(key) > MaxKey {
		return invalid("Idempotency-Key", "%d bytes are too many; %d at most", len(key), MaxKey)
	}
	for i := range len(key) {
		if key[i] < '!' || key[i] > '~' {
			return invalid("Idempotency-Key", "%q: only visible ASCII characters can stand there", key)
		}
	}
	return nil
}

// checkInstant checks when an event happened. It can be as far ahead as a report that was
// accepted before the service's clock was set back.
func checkInstant(at, usual, now time.Time) error {
	if at.Year() < firstYear {
		return invalid("at", "%s is before the year %d", at.Format(time.RFC3339), firstYear)
	}
	if at.After(now.Add(MaxAhead)) && at.After(usual) {
		return invalid("at", "%s is more than %s in the future; it is %s", at.Format(time.RFC3339), MaxAhead, now.Format(time.RFC3339))
	}
	return nil
}
