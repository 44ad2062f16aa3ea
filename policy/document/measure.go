package document

import (
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

// A Measure is how long something takes: a text, or an attribute that has measures by level.
// In JSON it is one of
//
//	"8h", "1h30m"       working time
//	"3 days"            days of 24 hours each
//	"5 business days"   by the convention given beside it
//	"7 calendar days"   to the end of the last one, or by same_time
//	{"attribute": "response_days"}
//
// The zero Measure stands for no measure.
type Measure struct {
	Text      string
	Attribute string // of the type measures or days
}

// measurePattern is the pattern of a measure's text in the JSON Schema.
const measurePattern = `^([0-9]+ (business |calendar )?days?|[+]?(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|[µμ]s|ms|s|m|h))+)$`

const measureWhy = `is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each`

// Parse returns the measure that the text stands for. Business days and calendar days get the
// given convention, one of [calendar.ConventionNames]; "" means close of business. Parse
// returns false if the text is not a measure, is a measure of nothing, or the convention is
// unknown.
func (m Measure) Parse(convention string) (policy.Measure, bool) {
	c, ok := parseConvention(convention)
	p, known := parseMeasure(m.Text)
	if p.Days != 0 || p.CalendarDays != 0 {
		p.Convention = c
	}
	return p, ok && known
}

// parseConvention returns the convention that a text names; "" means close of business.
func parseConvention(text string) (calendar.Convention, bool) {
	if text == "" {
		return calendar.CloseOfBusiness, true
	}
	c, err := calendar.ParseConvention(text)
	return c, err == nil
}

// parseMeasure returns the measure that a text stands for: one that a ticket could give too,
// or days of 24 hours each.
func parseMeasure(text string) (policy.Measure, bool) {
	if digits, unit, _ := strings.Cut(text, " "); unit == "day" || unit == "days" {
		m, err := policy.ParseMeasure(digits + " business days") // with the same limit as business days
		return policy.Measure{Time: time.Duration(m.Days) * 24 * time.Hour}, err == nil
	}
	m, err := policy.ParseMeasure(text)
	return m, err == nil
}

// measureFlaw says what is wrong with a text that is not a measure: its form or, if that is
// right, its amount.
func measureFlaw(text string) string {
	digits, unit, _ := strings.Cut(text, " ")
	switch strings.TrimSuffix(unit, "s") {
	case "business day", "calendar day", "day":
		if digits != "" && strings.Trim(digits, "0123456789") == "" {
			return fmt.Sprintf("cannot be; write 1 to %d days", MaxDays)
		}
	}
	if d, err := time.ParseDuration(text); err == nil && d == 0 {
		return "is no time at all; write more than none, such as 8h"
	}
	return measureWhy
}

func (m *Measure) readForm(r *reader) {
	switch r.Kind() {
	case strictjson.String:
		m.Text = r.Text()
		if _, ok := parseMeasure(m.Text); !ok {
			r.Fail(measureFlaw(m.Text))
		}
	case strictjson.Object:
		r.Object(func(name []byte) {
			if string(name) == "attribute" {
				m.Attribute = r.text(nil, true)
			} else {
				r.Unknown("attribute")
			}
		})
		if m.Attribute == "" {
			r.Fail(`needs "attribute"`)
		}
	case strictjson.Invalid:
		r.Skip()
	default:
		r.Fail(`must be a text such as "8h", or {"attribute":"…"}`)
	}
}

func (m *Measure) writeForm(w *writer) {
	if m.Attribute == "" {
		w.text(m.Text)
		return
	}
	w.open('{')
	w.member("attribute", m.Attribute)
	w.close('}')
}

func (m *Measure) schemaForm(*schemer) string {
	return fmt.Sprintf(`{"anyOf":[{"type":"string","pattern":"%s"},`+
		`{"type":"object","properties":{"attribute":{"type":"string","minLength":1}},"required":["attribute"],"additionalProperties":false}]}`, measurePattern)
}

// An Instant is an instant as text, with its offset: 2026-01-01T00:00:00+01:00. The zero
// Instant stands for no instant.
type Instant string

func (i *Instant) readForm(r *reader) {
	*i = Instant(r.Text())
	if _, err := calendar.ParseTime(string(*i)); err != nil {
		r.Fail(calendar.WhyNot(err))
	}
}

func (i *Instant) writeForm(w *writer) { w.text(string(*i)) }

func (i *Instant) schemaForm(*schemer) string { return `{"type":"string","format":"date-time"}` }
