package compliance

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// AppendJSON appends the report to b as one JSON object: how many tickets it has counted, by
// which [Basis], and the results of Rows, Worst and Owners, each element as its own
// AppendJSON writes it. An empty list is [].
func (r *Report) AppendJSON(b []byte) []byte {
	r = r.data()
	w := writer{strictjson.NewWriter(b)}
	w.OpenObject()
	w.Name("tickets").Int(r.tickets)
	w.Name("basis").Text(r.options.Basis.String())
	w.Name("rows").OpenArray()
	for _, row := range r.Rows() {
		w.row(&row)
	}
	w.CloseArray()
	w.Name("worst").OpenArray()
	for _, late := range r.Worst() {
		w.late(&late)
	}
	w.CloseArray()
	w.Name("owners").OpenArray()
	for _, owner := range r.Owners() {
		w.owner(&owner)
	}
	w.CloseArray()
	w.CloseObject()
	return w.Bytes()
}

// MarshalJSON returns what [Report.AppendJSON] appends. The error is always nil. A Report
// cannot be read back, since it keeps more than it shows.
func (r Report) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// AppendJSON appends the row to b as a JSON object. "month" is absent if there is none,
// "share" if no clock was decided, and the percentiles if there are no values. Shares are
// numbers with one decimal; durations are written as [time.Duration.String] writes them. A
// nil Row is written like the zero Row.
func (r *Row) AppendJSON(b []byte) []byte {
	if r == nil {
		r = new(Row)
	}
	w := writer{strictjson.NewWriter(b)}
	w.row(r)
	return w.Bytes()
}

// MarshalJSON returns what [Row.AppendJSON] appends. The error is always nil. A Row cannot be
// read back.
func (r Row) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// AppendJSON appends the late clock to b as a JSON object. "overdue" is absent if it is
// unknown. A nil LateClock is written like the zero LateClock.
func (l *LateClock) AppendJSON(b []byte) []byte {
	if l == nil {
		l = new(LateClock)
	}
	w := writer{strictjson.NewWriter(b)}
	w.late(l)
	return w.Bytes()
}

// MarshalJSON returns what [LateClock.AppendJSON] appends. The error is always nil. A
// LateClock cannot be read back.
func (l LateClock) MarshalJSON() ([]byte, error) { return l.AppendJSON(nil), nil }

// AppendJSON appends the owner's time to b as a JSON object. "month" is absent if there is
// none; the region "" means that the owner is unknown. A nil Owner is written like the zero
// Owner.
func (o *Owner) AppendJSON(b []byte) []byte {
	if o == nil {
		o = new(Owner)
	}
	w := writer{strictjson.NewWriter(b)}
	w.owner(o)
	return w.Bytes()
}

// MarshalJSON returns what [Owner.AppendJSON] appends. The error is always nil. An Owner
// cannot be read back.
func (o Owner) MarshalJSON() ([]byte, error) { return o.AppendJSON(nil), nil }

// A writer writes what the JSON objects of a report have in common.
type writer struct{ strictjson.Writer }

func (w *writer) month(m Month) {
	if !m.IsZero() {
		w.Name("month").Text(m.String())
	}
}

func (w *writer) row(r *Row) {
	w.OpenObject()
	w.Name("agreement").Text(r.Agreement)
	w.Name("metric").Text(r.Metric)
	w.Name("severity").Text(r.Level)
	w.month(r.Month)
	for _, c := range r.columns() {
		w.Name(c.name).Int(*c.count)
	}
	if t, ok := r.Share().Tenths(); ok {
		w.Name("share").Number(t.String())
	}
	if r.Elapsed.Count > 0 {
		w.Name("elapsed")
		r.Elapsed.write(w)
	}
	if r.OfTarget.Count > 0 {
		w.Name("of_target")
		r.OfTarget.write(w)
	}
	w.CloseObject()
}

func (w *writer) late(l *LateClock) {
	w.OpenObject()
	w.Name("agreement").Text(l.Agreement)
	w.Name("metric").Text(l.Metric)
	w.Optional("id", l.ID)
	w.Name("round").Int(l.Round)
	w.Name("severity").Text(l.Level)
	w.Name("due").TextBytes(calendar.AppendTime(nil, l.Due))
	w.Name("stopped").Bool(l.Stopped)
	if overdue, ok := l.Overdue.Get(); ok {
		w.Name("overdue").Text(overdue.String())
	}
	w.Name("wall").Text(l.Wall.String())
	w.CloseObject()
}

func (w *writer) owner(o *Owner) {
	w.OpenObject()
	w.Name("agreement").Text(o.Agreement)
	w.month(o.Month)
	w.Name("region").Text(o.Region)
	w.Name("tickets").Int(o.Tickets)
	w.Name("open").Text(o.Open.String())
	w.Name("worked").Text(o.Worked.String())
	w.Name("unknown").Int(o.Unknown)
	w.CloseObject()
}
