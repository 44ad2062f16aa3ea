package compliance

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// AppendJSON appends the row to b as a JSON object. Its "month" is absent where
// it is none, "share" where no clock was decided, the percentiles where there
// is no value. Shares are numbers with one decimal, times as Go writes them.
func (r *Row) AppendJSON(b []byte) []byte {
	w := writer{b: append(b, `{"row":"clocks"`...)}
	w.text("agreement", r.Agreement)
	w.text("metric", r.Metric)
	w.text("severity", r.Level)
	w.month(r.Month)
	for _, c := range r.columns() {
		w.number(c.name, *c.count)
	}
	if t, ok := r.Share().Tenths(); ok {
		w.raw("share", t.String())
	}
	if p := r.Elapsed; p.Count > 0 {
		w.percentiles("elapsed", p.Count, quoted(p.Median.String()), quoted(p.P90.String()), quoted(p.P95.String()))
	}
	if p := r.OfTarget; p.Count > 0 {
		w.percentiles("of_target", p.Count, p.Median.String(), p.P90.String(), p.P95.String())
	}
	return append(w.b, '}')
}

// AppendJSON appends the late clock to b as a JSON object. Its "overdue" is
// absent where it is not known.
func (l *Late) AppendJSON(b []byte) []byte {
	w := writer{b: append(b, `{"row":"late"`...)}
	w.text("agreement", l.Agreement)
	w.text("metric", l.Metric)
	if l.ID != "" {
		w.text("id", l.ID)
	}
	w.number("round", l.Round)
	w.text("severity", l.Level)
	w.text("due", string(calendar.AppendTime(nil, l.Due)))
	w.raw("stopped", strconv.FormatBool(l.Stopped))
	if overdue, ok := l.Overdue.Get(); ok {
		w.text("overdue", overdue.String())
	}
	w.text("wall", l.Wall.String())
	return append(w.b, '}')
}

// AppendJSON appends the owner's time to b as a JSON object. Its "month" is
// absent where it is none; a region "" is an owner who is not known.
func (o *Owner) AppendJSON(b []byte) []byte {
	w := writer{b: append(b, `{"row":"owner"`...)}
	w.text("agreement", o.Agreement)
	w.month(o.Month)
	w.text("region", o.Region)
	w.number("tickets", o.Tickets)
	w.text("open", o.Open.String())
	w.text("worked", o.Worked.String())
	w.number("unknown", o.Unknown)
	return append(w.b, '}')
}

// A writer appends fields to a JSON object that has one already.
type writer struct{ b []byte }

func (w *writer) raw(name, value string) {
	w.b = strictjson.AppendString(append(w.b, ','), name)
	w.b = append(append(w.b, ':'), value...)
}

func (w *writer) text(name, value string)       { w.raw(name, quoted(value)) }
func (w *writer) number(name string, value int) { w.raw(name, strconv.Itoa(value)) }

func (w *writer) month(m Month) {
	if !m.IsZero() {
		w.text("month", m.String())
	}
}

func (w *writer) percentiles(name string, count int, median, p90, p95 string) {
	w.raw(name, `{"count":`+strconv.Itoa(count)+`,"median":`+median+`,"p90":`+p90+`,"p95":`+p95+`}`)
}

func quoted(text string) string { return string(strictjson.AppendString(nil, text)) }
