package calendar

import (
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A RegionError says that no holidays are known for a [Region]: it is unknown,
// or has no list of that name. It is an [ErrRegion]. The zero RegionError names no
// region.
type RegionError struct {
	Region Region
	// Valid lists what would be right: the lists of the region if its Code is known;
	// otherwise the codes of its country and of the country's parts, or all codes if
	// the country is unknown too. It is empty for a region that has only one list,
	// which has no name.
	Valid []string
	// known reports whether Code is known, so that List is what is wrong.
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

// Error names the region, cut to forty characters if it is long, and what would be
// valid.
func (e *RegionError) Error() string {
	return fmt.Sprintf("calendar: region: %q %s", strictjson.Shorten(e.Region.Code), e.why())
}

// why is what Error says of the code.
func (e *RegionError) why() string {
	switch {
	case e.known && e.Region.Code == "":
		return fmt.Sprintf("is missing: the list %q is one of a region", strictjson.Shorten(e.Region.List))
	case e.known && len(e.Valid) == 0:
		return fmt.Sprintf("has no list %q; it has one list, without a name", strictjson.Shorten(e.Region.List))
	case e.known:
		return fmt.Sprintf("has no list %q; write %s", strictjson.Shorten(e.Region.List), enum.Either(e.Valid))
	}
	return notRegion + "write " + enum.Either(e.Valid)
}

// brief is why, without the codes of all countries.
func (e *RegionError) brief() string {
	if !e.known && (e.Valid == nil || slices.Contains(e.Valid, noHolidays)) {
		return WhyRegion
	}
	return e.why()
}

// Is reports whether target is [ErrRegion].
func (e *RegionError) Is(target error) bool { return target == ErrRegion }
