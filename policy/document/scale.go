package document

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/severity"
)

// Scale makes a new scale of the version's levels, under the name of its agreement. It is not
// the scale of a policy, which [policy.Policy.Scale] returns. The error is a
// [severity.ErrScale]. A nil Version is treated as the zero Version.
func (v *Version) Scale(name string) (*severity.Scale, error) {
	if v == nil {
		v = new(Version)
	}
	levels := make([]string, len(v.Levels))
	for i, l := range v.Levels {
		levels[i] = l.Name
		for _, alias := range l.Aliases {
			levels[i] += "|" + alias
		}
	}
	return severity.NewScale(name, levels...)
}

// scaleOf makes the scale of a version, or takes that of an earlier version with the same
// levels, so that tickets can move from one to the other.
func (d *Document) scaleOf(earlier []*Version, scales []*severity.Scale, v *Version, place string) (*severity.Scale, error) {
	for i, other := range earlier {
		if slices.EqualFunc(other.Levels, v.Levels, func(a, b Level) bool { return a.Name == b.Name && slices.Equal(a.Aliases, b.Aliases) }) {
			return scales[i], nil
		}
	}
	return d.scale(v, place)
}

// keepScales makes the scales of all versions that have levels, one for all versions with the
// same levels.
func (d *Document) keepScales() {
	list, places := d.list()
	for i, v := range list {
		if scale, err := d.scale(v, places[i]); err == nil && !slices.Contains(d.scales, scale) {
			d.scales = append(d.scales, scale)
		}
	}
}

// scale makes the scale of a version, or takes the one that [Decode] has made for the same
// levels.
func (d *Document) scale(v *Version, place string) (*severity.Scale, error) {
	for _, scale := range d.scales {
		if scale.Name() == d.Name && slices.EqualFunc(scale.Levels(), v.Levels, isLevel) {
			return scale, nil
		}
	}
	scale, err := v.Scale(d.Name)
	if err != nil {
		return nil, &RowError{strings.TrimSuffix(place, "."), err}
	}
	return scale, nil
}

// isLevel reports whether a level of a scale has the names in the row.
func isLevel(l severity.Level, row Level) bool {
	return slices.Equal(l.Names(), append([]string{row.Name}, row.Aliases...))
}
