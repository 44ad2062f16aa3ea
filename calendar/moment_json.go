package calendar

import (
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns m as JSON: a known instant in the form of RFC 3339, in its own
// zone and with as many digits of the second as it has; an unknown one as
// {"unknown":"…"}, with the reason; and null if there is no instant. An instant that
// RFC 3339 cannot express in its own zone is written in UTC; if it is outside the years
// 0 to 9999 even there, the error is an [ErrRange].
func (m Moment) MarshalJSON() ([]byte, error) {
	w := strictjson.NewWriter(nil)
	switch {
	case m.IsKnown():
		text := AppendTime(nil, m.t)
		if _, err := ParseTime(string(text)); err != nil {
			text = AppendTime(text[:0], m.t.UTC())
			if _, err := ParseTime(string(text)); err != nil {
				return nil, &RangeError{What: string(text), Why: "lies outside the years that RFC 3339 can have"}
			}
		}
		w.TextBytes(text)
	case m.why != nil:
		w.OpenObject()
		w.Name("unknown").Text(m.why.Error())
		w.CloseObject()
	default:
		w.Null()
	}
	return w.Bytes(), nil
}

// UnmarshalJSON sets m to the instant in data, as [ParseTime] reads it, in a zone of
// its offset; null stands for no instant. Everything else is an [ErrTime]: for a string
// the error of ParseTime, which says what is wrong with it, such as 30 February. An
// unknown instant cannot be read back either, since the text does not have all that is
// known about the reason. On error, m is unchanged.
func (m *Moment) UnmarshalJSON(data []byte) error {
	r := strictjson.NewReader(data)
	var read Moment
	switch r.Kind() {
	case strictjson.Null:
		r.Null()
	case strictjson.Object:
		return &TimeError{Text: string(data), Why: "what is not known cannot be read back; ask again"}
	default:
		text := r.Text()
		if r.Err() != nil { // it is not a string
			break
		}
		t, err := ParseTime(text)
		if err != nil {
			return err
		}
		read = At(inOwnOffset(t, text))
	}
	if err := r.End(); err != nil {
		return &TimeError{Text: string(data), Why: writeTime + ", or null for none"}
	}
	*m = read
	return nil
}

// inOwnOffset returns an instant in a zone of the offset with which it is spelt.
func inOwnOffset(t time.Time, text string) time.Time {
	offset := text[max(0, len(text)-len("+00:00")):]
	hours, ok := digits(offset, 1, 3)
	minutes, ok2 := digits(offset, 4, 6)
	if !ok || !ok2 || offset[0] != '+' && offset[0] != '-' { // it ends with Z
		return t
	}
	seconds := (hours*60 + minutes) * 60
	if offset[0] == '-' {
		seconds = -seconds
	}
	if seconds == 0 {
		return t
	}
	return t.In(time.FixedZone("", seconds))
}
