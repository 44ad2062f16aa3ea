package lifecycle

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the end as a JSON object, leaving out what it does not have:
//
//	{"kind":"known","through":"2027-03-01","moved_by":["the next release"]}
//	{"kind":"open","not_before":"2027-01-31","waits_for":"the next release","moved_by":["eol"]}
//	{"kind":"never","moved_by":["eol"]}
//
// Fields that have no meaning for the kind are not written. The error is an
// [ErrBoundKind] if Kind is not one of the kinds.
func (b Bound) MarshalJSON() ([]byte, error) {
	kind, err := b.Kind.MarshalText()
	if err != nil {
		return nil, err
	}
	w := jsonWriter{strictjson.NewWriter(nil)}
	w.OpenObject()
	w.Name("kind").TextBytes(kind)
	switch b.Kind {
	case Known:
		w.Name("through").Text(b.Through.String())
	case Open:
		if b.HasNotBefore {
			w.Name("not_before").Text(b.NotBefore.String())
		}
		w.Optional("waits_for", b.WaitsFor)
	}
	if len(b.MovedBy) > 0 {
		w.texts("moved_by", b.MovedBy)
	}
	w.CloseObject()
	return w.Bytes(), nil
}

// UnmarshalJSON sets b to the end that data describes; see [Bound.MarshalJSON]. A field
// that is unknown, appears twice or has no meaning for the kind is an error, and so is
// null. The error is an [ErrBound], in which [errors.As] finds a [*strictjson.Error]. On
// error, b is unchanged.
func (b *Bound) UnmarshalJSON(data []byte) error {
	text := strictjson.NewReader(data)
	r := ruleReader{Reader: text}
	read := r.bound()
	if err := text.End(); err != nil {
		return &textError{err, ErrBound}
	}
	*b = read
	return nil
}

// day reads a date. 0001-01-01 is one like any other.
func (r *ruleReader) day() calendar.Date {
	d, err := calendar.ParseDate(string(r.TextBytes()))
	if err != nil {
		r.Fail(calendar.WhyNot(err))
	}
	return d
}

// bound reads an end of any kind.
func (r *ruleReader) bound() (b Bound) {
	has := map[string]bool{}
	r.fields([]string{"kind", "through", "not_before", "waits_for", "moved_by"}, 1, func(name string) {
		has[name] = true
		switch name {
		case "kind":
			if err := b.Kind.UnmarshalText(r.TextBytes()); err != nil {
				r.Fail(boundKindNames.Why())
			}
		case "through":
			b.Through = r.day()
		case "not_before":
			b.NotBefore, b.HasNotBefore = r.day(), true
		case "waits_for":
			if b.WaitsFor = r.Text(); b.WaitsFor == "" {
				r.Fail("is empty; leave it out where nothing is awaited")
			}
		case "moved_by":
			b.MovedBy = r.texts()
		}
	})
	switch {
	case has["through"] && b.Kind != Known:
		r.Fail(`has "through", which belongs to the kind known`)
	case !has["through"] && b.Kind == Known:
		r.Fail(`needs "through", since its kind is known`)
	}
	for _, name := range []string{"not_before", "waits_for"} {
		if has[name] && b.Kind != Open {
			r.Fail(`has "` + name + `", which belongs to the kind open`)
		}
	}
	return b
}
