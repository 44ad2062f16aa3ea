package whatif

// AppendJSON appends the summary to b as one JSON object. The moves of a row are
// absent where no due time moves.
func (s *Summary) AppendJSON(b []byte) []byte {
	w := writer{b: b}
	w.open('{')
	w.number("tickets", s.tickets)
	w.number("differ", s.differ)
	rows := s.Rows()
	w.list("rows", len(rows), func(i int) { w.row(&rows[i]) })
	w.verdicts("breached", s.breached)
	w.verdicts("saved", s.saved)
	causes := s.Causes()
	w.list("because", len(causes), func(i int) {
		c := &causes[i]
		w.open('{')
		w.text("agreement", c.Agreement)
		w.text("kind", string(c.Kind))
		w.text("name", c.Name)
		if c.Old != "" {
			w.text("old", c.Old)
		}
		if c.New != "" {
			w.text("new", c.New)
		}
		w.number("clocks", c.Clocks)
		w.close('}')
	})
	w.close('}')
	return w.b
}

func (w *writer) row(r *Row) {
	w.open('{')
	w.text("agreement", r.Agreement)
	w.text("metric", r.Metric)
	w.text("severity", r.Level)
	for _, c := range r.columns() {
		w.number(c.name, *c.count)
	}
	if r.Moved() > 0 {
		w.text("min", r.Min.String())
		w.text("median", r.Median.String())
		w.text("max", r.Max.String())
	}
	w.close('}')
}

func (w *writer) verdicts(name string, v Verdicts) {
	w.key(name)
	w.open('{')
	w.number("total", v.Total)
	w.list("list", len(v.List), func(i int) {
		one := &v.List[i]
		w.open('{')
		if one.ID != "" {
			w.text("id", one.ID)
		}
		w.text("agreement", one.Agreement)
		w.text("metric", one.Metric)
		w.number("round", one.Round)
		w.text("severity", one.Level)
		w.close('}')
	})
	w.close('}')
}
