package lint

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/policy/document"
)

// covers checks the coverage of a version.
func (v *version) covers() {
	v.add(func(f *found) {
		f.at = v.at
		c := v.v.Coverage
		switch {
		case c != nil:
			exceptions(f, c)
		case slices.ContainsFunc(versions(v.Document), func(w *document.Version) bool { return w.Coverage != nil }):
			f.say(Warning, "version-without-coverage", "", "the version does not say what is covered, and another one does",
				"nothing is decided for requests under it; a version says all there is to say", "write its coverage, if only as it is in the other")
		}
	})
}

// exceptions looks for exceptions that can never take their rule back, by the limits of the
// two facts.
func exceptions(f *found, c *document.Coverage) {
	limits := map[string]document.FactLimit{}
	for _, l := range c.Limits {
		limits[l.Fact] = l
	}
	for i, r := range c.Rules {
		for k, other := range r.Unless {
			why := ""
			switch {
			case r.Required && slices.Contains(limits[other].Needs, r.Fact):
				why = "needs " + r.Fact + ", with which the condition is fulfilled"
			case !r.Required && (slices.Contains(limits[other].Bars, r.Fact) || slices.Contains(limits[r.Fact].Bars, other)):
				why = "is not possible together with " + r.Fact
			default:
				continue
			}
			f.say(Error, "exception-never-applies", fmt.Sprintf("coverage.rules[%d].unless[%d]", i, k), other+" "+why,
				"it never takes the rule back", "take it out, or the limit")
		}
	}
}
