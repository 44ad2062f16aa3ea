package picture

import (
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A remark is what a day says besides its hours: in full, or briefly if its cell has no room
// for that.
type remark struct {
	whole, brief string
	most         int  // lines
	told         bool // a note below the month has the full text
}

// remark returns what to say of a day; its fields are empty if there is nothing.
func (m *monthSheet) remark(day *calendar.Day) remark {
	switch open := len(day.Windows) > 0; {
	case open && day.Special:
		return remark{"special day", "special", 2, false}
	case open:
		return remark{}
	case day.Skipped:
		return remark{m.reason(day), "skipped", 4, true}
	case day.Unknown:
		return remark{m.reason(day), "not known", 4, false}
	case day.Special:
		return remark{m.reason(day), "closed", 4, true}
	case len(day.Holidays) > 0:
		return remark{m.reason(day), "holiday", 4, true}
	}
	return remark{m.reason(day), "closed", 2, false}
}

// cellWords returns the lines of a day, below its number, and what goes into notes below the
// month for want of room.
func (m *monthSheet) cellWords(day *calendar.Day) (lines, notes []string) {
	const most = 5
	room := m.cell - 2*inset
	for _, w := range day.Windows {
		if len(lines) == most-1 && len(day.Windows) > most {
			return append(lines, cut("and "+counted(len(day.Windows)-len(lines), "more", "more"), room, small, false)), notes
		}
		all := hours(w, m.calendar.Location())
		part, whole := fit(all, room)
		if lines = append(lines, part...); !whole {
			notes = append(notes, all)
		}
	}
	say := func(r remark) {
		all, whole := wrap(r.whole, room, small, false, r.most)
		if !whole {
			all, _ = wrap(r.brief, room, small, false, r.most)
			if r.told {
				notes = append(notes, r.whole)
			}
		}
		lines = append(lines, all...)
	}
	say(m.remark(day))
	if move := m.move(day.Date); move != 0 {
		say(remark{moveText(move), moveBrief(move), 3, true})
	}
	return lines, notes
}

// note adds to the notes what the cell of a day has no room for.
func (m *monthSheet) note(day *calendar.Day, words []string) {
	if len(words) > 0 {
		_, _, n := day.Date.Civil()
		m.notes = append(m.notes, strconv.Itoa(n)+": "+strings.Join(words, ", "))
	}
}

// fit makes hours fit: it leaves out ":00", breaks at the dash and, if that is not enough,
// leaves out the seconds. whole reports whether no seconds were left out.
func fit(words string, room px) (lines []string, whole bool) {
	if textWidth(words, small, false) <= room {
		return []string{words}, true
	}
	open, until, _ := strings.Cut(words, "–")
	open, until = strings.TrimSuffix(open, ":00"), strings.TrimSuffix(until, ":00")
	if words = open + "–" + until; textWidth(words, small, false) <= room {
		return []string{words}, true
	}
	const clock = len("15:04")
	short := func(s string) string {
		if len(s) > clock && textWidth(s+"–", small, false) > room {
			return strings.TrimSuffix(s[:clock], ":00")
		}
		return s
	}
	lines = []string{short(open) + "–", short(until)}
	return lines, lines[0] == open+"–" && lines[1] == until
}

// moveBrief says briefly how far the clocks are moved.
func moveBrief(move time.Duration) string {
	if move < 0 {
		return "clocks −" + short(-move)
	}
	return "clocks +" + short(move)
}

// reason says why a day is closed.
func (m *monthSheet) reason(day *calendar.Day) string {
	switch {
	case day.Skipped:
		return "the zone skips this date"
	case day.Special && !day.Gap:
		return "closed (special day)"
	}
	return day.Reason()
}

// hours writes a window, such as 22:00–06:00 for one that closes on the next day.
func hours(w calendar.Span, loc *time.Location) string {
	open, until := hour(w.Open.In(loc)), hour(w.Close.In(loc))
	if until == "00:00" {
		until = "24:00"
	}
	return open + "–" + until
}

// move returns how far the wall clock goes forward on a date, negative if it goes back.
func (m *monthSheet) move(d calendar.Date) time.Duration {
	loc := m.calendar.Location()
	_, before := d.In(loc).Zone()
	next, err := d.Plus(1, calendar.Days)
	if err != nil {
		return 0
	}
	_, after := next.In(loc).Zone()
	return time.Duration(after-before) * time.Second
}

func moveText(move time.Duration) string {
	if move < 0 {
		return "clocks back " + short(-move)
	}
	return "clocks forward " + short(move)
}
