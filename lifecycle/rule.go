package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Rule says how long releases are supported, and with which services. It is data, made
// of parts that combine; see [End]. The zero Rule is invalid: it says nothing, which is
// an [ErrRule].
type Rule struct {
	// Stages are what a release goes through, in order: the first from its release on,
	// each further one from the day after the end of the one before it. A stage whose end
	// comes before its beginning has no day.
	Stages []Stage
	// Rest is what comes after the last stage. Its End is ignored.
	Rest Stage
	// Support is the end of support; nil means the end of the last stage.
	Support End
	// Extension, if its End is not nil, is support for a fee: while it runs, a release
	// has its Services, unless they are nil.
	Extension Stage
	Clause    string // the clause of the agreement's text that says so
}

// A Stage is a phase of a release's life. The zero Stage has no name and no end: as one
// of [Rule.Stages] it is an [ErrRule], as Rest it gives nothing, and as Extension it
// stands for no extension.
type Stage struct {
	Name     string
	End      End
	Services []string // what the stage gives while the release is supported
	Without  []string // what it gives when it is not supported any more
}

// Check returns nil if every part of the rule makes sense, and otherwise an [ErrRule] for
// the first mistake. A rule has at most 1000 ends, nested at most 16 deep. For a nil Rule
// the error is an ErrRule.
func (r *Rule) Check() error {
	if r == nil {
		return &RuleError{"", "is nil; give one"}
	}
	if len(r.Stages) == 0 && r.Support == nil {
		return &RuleError{"stages", "are empty and there is no support; give one of them"}
	}
	names := map[string]bool{}
	c := ruleCheck{stages: names}
	for i, s := range r.Stages {
		if s.Name == "" || names[s.Name] {
			return &RuleError{fmt.Sprintf("stages[%d].name", i), fmt.Sprintf("%q is empty or there twice; name each stage once", strictjson.Shorten(s.Name))}
		}
		if wrong := c.check(s.End, 1); wrong != nil {
			return wrong.within(fmt.Sprintf("stages[%d].end", i))
		}
		names[s.Name] = true
	}
	if r.Support != nil {
		if wrong := c.check(r.Support, 1); wrong != nil {
			return wrong.within("support")
		}
	}
	if r.Extension.End != nil {
		if wrong := c.check(r.Extension.End, 1); wrong != nil {
			return wrong.within("extension.end")
		}
	}
	return nil
}
