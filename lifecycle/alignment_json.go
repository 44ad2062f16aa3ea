package lifecycle

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The regular days that are written as a text.
const (
	monthEndText = "month_end"
	yearEndText  = "year_end"
)

const alignWhy = `write month_end, year_end, {"day":15} or {"nth":2,"weekday":"tue"}`

// alignment writes a regular day that has been checked.
func (w *jsonWriter) alignment(a Alignment) {
	switch a.Kind {
	case ToYearEnd:
		w.Text(yearEndText)
	case ToDay:
		w.OpenObject()
		w.Name("day").Int(a.Day)
		w.CloseObject()
	case ToWeekday:
		w.OpenObject()
		w.Name("nth").Int(a.Nth)
		w.Name("weekday").Text(strings.ToLower(a.Weekday.String()[:3]))
		w.CloseObject()
	default:
		w.Text(monthEndText)
	}
}

// alignment reads a regular day.
func (r *ruleReader) alignment() (a Alignment) {
	switch r.Kind() {
	case strictjson.String:
		switch string(r.TextBytes()) {
		case monthEndText:
		case yearEndText:
			a.Kind = ToYearEnd
		default:
			r.Fail("is no regular day; " + alignWhy)
		}
		return a
	case strictjson.Object:
	case strictjson.Invalid:
		r.Skip()
		return a
	default:
		r.Fail("must be a regular day; " + alignWhy)
		return a
	}
	var day, nth, weekday bool
	r.fields([]string{"day", "nth", "weekday"}, 0, func(name string) {
		switch name {
		case "day":
			day, a.Kind, a.Day = true, ToDay, r.whole(1, 31)
		case "nth":
			nth, a.Kind, a.Nth = true, ToWeekday, r.whole(1, 5)
		case "weekday":
			weekday, a.Kind, a.Weekday = true, ToWeekday, r.weekday()
		}
	})
	if nth != weekday || day == nth {
		r.Fail("is no regular day; " + alignWhy)
	}
	return a
}

func weekdays() []string { return []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} }

func (r *ruleReader) weekday() time.Weekday {
	at := slices.Index(weekdays(), string(r.TextBytes()))
	if at < 0 {
		r.Fail("is no weekday; write mon, tue, wed, thu, fri, sat or sun")
	}
	return time.Weekday(max(at, 0))
}
