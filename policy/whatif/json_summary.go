package whatif

import "github.com/slaclock/slaclock/calendar/strictjson"

// AppendJSON appends the summary to b as one JSON object. The moves of a row are absent if no
// due time moves, and the steps if none differs.
func (s *Summary) AppendJSON(b []byte) []byte {
	s = s.data()
	w := writer{strictjson.NewWriter(b)}
	w.OpenObject()
	w.Name("tickets").Int(s.tickets)
	w.Name("differ").Int(s.differ)
	w.Name("rows").OpenArray()
	for _, r := range s.Rows() {
		w.row(&r)
	}
	w.CloseArray()
	if steps := s.Steps(); len(steps) > 0 {
		w.Name("steps").OpenArray()
		for i := range steps {
			w.stepRow(&steps[i])
		}
		w.CloseArray()
	}
	w.Name("breached")
	w.verdicts(&s.breached)
	w.Name("saved")
	w.verdicts(&s.saved)
	w.Name("because").OpenArray()
	for _, c := range s.Causes() {
		w.OpenObject()
		w.Name("agreement").Text(c.Agreement)
		w.Name("kind").Text(string(c.Kind))
		w.Name("name").Text(c.Name)
		w.Optional("old", c.Old)
		w.Optional("new", c.New)
		w.Name("clocks").Int(c.Clocks)
		w.CloseObject()
	}
	w.CloseArray()
	w.CloseObject()
	return w.Bytes()
}

// MarshalJSON returns what [Summary.AppendJSON] appends. The error is always nil. A Summary
// cannot be read back, since it keeps more than it shows.
func (s Summary) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil), nil }

// MarshalJSON returns the row as in a summary's JSON. The error is always nil. A Row cannot
// be read back.
func (r Row) MarshalJSON() ([]byte, error) {
	w := writer{strictjson.NewWriter(nil)}
	w.row(&r)
	return w.Bytes(), nil
}

// MarshalJSON returns the verdicts as in a summary's JSON: an empty list is []. The error is
// always nil.
func (v Verdicts) MarshalJSON() ([]byte, error) {
	w := writer{strictjson.NewWriter(nil)}
	w.verdicts(&v)
	return w.Bytes(), nil
}

func (w *writer) row(r *Row) {
	w.OpenObject()
	w.Name("agreement").Text(r.Agreement)
	w.Name("metric").Text(r.Metric)
	w.Name("severity").Text(r.Level)
	for _, c := range r.columns() {
		w.Name(c.name).Int(*c.count)
	}
	if r.Moves() > 0 {
		w.Name("min").Text(r.Min.String())
		w.Name("median").Text(r.Median.String())
		w.Name("max").Text(r.Max.String())
	}
	w.CloseObject()
}

func (w *writer) verdicts(v *Verdicts) {
	w.OpenObject()
	w.Name("total").Int(v.Total)
	w.Name("list").OpenArray()
	for i := range v.List {
		one := &v.List[i]
		w.OpenObject()
		w.Optional("id", one.ID)
		w.Name("agreement").Text(one.Agreement)
		w.Name("metric").Text(one.Metric)
		w.Name("round").Int(one.Round)
		w.Name("severity").Text(one.Level)
		w.CloseObject()
	}
	w.CloseArray()
	w.CloseObject()
}
