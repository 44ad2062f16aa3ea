package calendar

import (
	"fmt"
	"slices"
	"strings"
)

// A RegionError says that no holidays are known for a [Region]: it is unknown,
// or has no list of that name. It is an [ErrRegion]. The zero RegionError names no
// region.
type RegionError struct {
	Region Region
	// Valid are the lists of the region, if Code is known, else the codes of its
	// country and the country's parts, or all codes if the country is unknown
	// too. A region with one list only has no names for it, and Valid is empty.
	Valid []string
	// known tells whether Code is, so that List is what is wrong.
	known bool
}

// newRegionError returns the error for a region that is not one of regions.
func newRegionError(r Region) *RegionError {
	e := &RegionError{Region: r}
	if _, e.known = regions[Region{Code: r.Code}]; e.known {
		for other := range regions {
			if other.Code == r.Code && other.List != "" {
				e.Valid = append(e.Valid, other.List)
			}
		}
		slices.Sort(e.Valid)
		return e
	}
	all := Regions()
	country, _, _ := strings.Cut(strings.ToUpper(r.Code), "-")
	for _, code := range all {
		if covers(country, code) {
			e.Valid = append(e.Valid, code)
		}
	}
	if e.Valid == nil {
		e.Valid = append(all, noHolidays)
	}
	return e
}

// Error names the region and what would be valid.
func (e *RegionError) Error() string {
	switch {
	case e.known && len(e.Valid) == 0:
		return fmt.Sprintf("calendar: region: %q has no list %q; it has one list, without a name", e.Region.Code, e.Region.List)
	case e.known:
		return fmt.Sprintf("calendar: region: %q has no list %q; write %s", e.Region.Code, e.Region.List, either(e.Valid))
	}
	return fmt.Sprintf("calendar: region: %q is not a region whose holidays are known; write %s", e.Region.Code, either(e.Valid))
}

// Is reports whether target is [ErrRegion].
func (e *RegionError) Is(target error) bool { return target == ErrRegion }

// either joins values as alternatives.
func either(values []string) string {
	last := len(values) - 1
	if last <= 0 {
		return strings.Join(values, "")
	}
	return strings.Join(values[:last], ", ") + " or " + values[last]
}
