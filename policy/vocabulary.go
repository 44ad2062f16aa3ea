package policy

import "slices"

// kind returns the kind of event that an agreement declares under a name. It returns false
// if it declares none of that name.
func (p *Policy) kind(name string) (Kind, bool) {
	return Own(slices.Index(p.data().Events, name))
}

// kindNames returns the names of all kinds of events that tickets of the agreement can
// have.
func (p *Policy) kindNames() []string {
	return append(kindNames.All(), p.data().Events...)
}
