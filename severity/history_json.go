package severity

import (
	"encoding/json"
	"fmt"
	"regexp"
	"time"
	"unicode/utf8"
)

// entryJSON is the JSON form of an entry.
type entryJSON struct {
	From     string `json:"from"`
	Severity string `json:"severity"`
	By       Party  `json:"by,omitempty"`
	What     string `json:"what,omitempty"`
}

// MarshalJSON returns the history as a JSON array of its entries, in order, each of the
// form
//
//	{"from":"2026-03-02T09:00:00+01:00","severity":"2","by":"supplier","what":"PUR-6"}
//
// What is not known is left out. The error is an [ErrHistory] if an instant cannot be
// written as RFC 3339 or a text is not valid UTF-8.
func (h History) MarshalJSON() ([]byte, error) {
	form := make([]entryJSON, len(h.entries))
	for i, e := range h.entries {
		var err error
		if form[i], err = e.form(fmt.Sprintf("history[%d].", i)); err != nil {
			return nil, err
		}
	}
	return json.Marshal(form)
}

// MarshalJSON returns the entry in the form that [History.MarshalJSON] uses. The zero
// Entry has the instant 0001-01-01T00:00:00Z and an empty severity. The error is an
// [ErrHistory] if the instant cannot be written as RFC 3339, By is not a party, or What
// is not valid UTF-8. An entry on its own cannot be read back, since its JSON does not
// say to which scale the level belongs; see [ParseHistory].
func (e Entry) MarshalJSON() ([]byte, error) {
	form, err := e.form("")
	if err != nil {
		return nil, err
	}
	return json.Marshal(form)
}

// form returns the JSON form of an entry; at is the place of its fields in errors.
func (e Entry) form(at string) (entryJSON, error) {
	when := e.From
	if _, offset := when.Zone(); offset%60 != 0 {
		when = when.UTC() // RFC 3339 has no offsets with seconds
	}
	from, err := when.MarshalText()
	switch {
	case err != nil:
		return entryJSON{}, &PlaceError{ErrHistory, at + "from", e.From.String(), "cannot be written; RFC 3339 has years 0 to 9999 and offsets of less than a day"}
	case e.By >= partyEnd:
		return entryJSON{}, &PlaceError{ErrHistory, at + "by", e.By.String(), "is not a party; write " + list(partyNames[1:])}
	case !utf8.ValidString(e.What):
		return entryJSON{}, &PlaceError{ErrHistory, at + "what", e.What, "is not valid UTF-8"}
	}
	return entryJSON{string(from), e.Level.String(), e.By, e.What}, nil
}

// ParseHistory parses what [History.MarshalJSON] writes, with the levels of a scale.
// Instants are RFC 3339 and keep their offset. A field that is unknown or appears twice
// is an error, and so is half of a surrogate pair. The error is an [ErrHistory] and names
// the entry.
func ParseHistory(scale *Scale, data []byte) (History, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil || list == nil {
		return History{}, &PlaceError{ErrHistory, "history", "", "must be a JSON array of entries with from, severity, by and what"}
	}
	entries := make([]Entry, len(list))
	for i, one := range list {
		e, err := parseEntry(scale, fmt.Sprintf("history[%d]", i), one)
		if err != nil {
			return History{}, err
		}
		entries[i] = e
	}
	return NewHistory(entries...)
}

// parseEntry reads the entry at a place.
func parseEntry(scale *Scale, place string, data []byte) (e Entry, err error) {
	fields, err := object(data, "from", "severity", "by", "what")
	if err != nil {
		return Entry{}, &PlaceError{ErrHistory, place, "", err.Error()}
	}
	written := map[string]string{}
	for _, name := range []string{"from", "severity", "by", "what"} {
		if _, ok := fields[name]; !ok && (name == "by" || name == "what") {
			continue
		}
		if written[name], err = text(fields, name); err != nil {
			return Entry{}, &PlaceError{ErrHistory, place, "", err.Error()}
		}
	}
	var ok bool
	if e.From, ok = instant(written["from"]); !ok {
		return Entry{}, &PlaceError{ErrHistory, place + ".from", written["from"], "is not an instant; write one such as 2026-03-02T09:00:00+01:00"}
	}
	if e.Level, ok = scale.find(written["severity"]); !ok {
		return Entry{}, &PlaceError{ErrHistory, place + ".severity", written["severity"], notOf(scale)}
	}
	if by := written["by"]; by != "" { // else it is not known who set it
		if e.By, err = ParseParty(by); err != nil {
			return Entry{}, &PlaceError{ErrHistory, place + ".by", by, "is not a party; write " + list(partyNames[1:])}
		}
	}
	e.What = written["what"]
	return e, nil
}

// rfc3339 is stricter than package time, which accepts hours of one digit, commas, digits
// of the second that it then drops, and offsets of a day and more.
var rfc3339 = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// instant parses an instant in RFC 3339. Its zone is the offset as written, not a zone of
// this machine that happens to have that offset.
func instant(s string) (time.Time, bool) {
	t, err := time.ParseInLocation(time.RFC3339, s, time.UTC)
	return t, err == nil && rfc3339.MatchString(s)
}
