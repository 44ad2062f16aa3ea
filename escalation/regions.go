package escalation

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// OnCall is the owner of a ticket while no region is active.
const OnCall = "on-call"

// A Region can own tickets. It is active in its business hours, from an opening,
// included, to a closing, excluded. The zero Region is invalid: it has no name, which is
// an [ErrRegions].
type Region struct {
	Name     string
	Calendar *calendar.Calendar
}

// Regions are the regions among which tickets are handed over. Of two that open at one
// instant, the one listed first has precedence. One of them is the default region of a
// ticket. The zero Regions are invalid: there are none, which is an [ErrRegions]. See
// [NewRota] for what is valid.
type Regions struct {
	List    []Region
	Default int    // the index of the default region
	Clause  string // the clause that says who owns a ticket, for answers that give reasons
}

// check returns an error for what is wrong with regions.
func (r *Regions) check() error {
	for i, region := range r.List {
		place := func(field string) string { return "regions[" + strconv.Itoa(i) + "]" + field }
		switch {
		case region.Name == "":
			return &PlaceError{Kind: ErrRegions, Place: place(".name"), Why: "is missing"}
		case region.Name == OnCall:
			return &PlaceError{Kind: ErrRegions, Place: place(".name"), Value: region.Name, Why: "is the service that owns tickets while no region is active; take another name"}
		case region.Calendar == nil:
			return &PlaceError{Kind: ErrRegions, Place: place(".calendar"), Why: "is missing; a region has business hours"}
		case !made(region.Calendar):
			return &PlaceError{Kind: ErrRegions, Place: place(".calendar"), Why: unmade}
		}
		for _, other := range r.List[:i] {
			if other.Name == region.Name {
				return &PlaceError{Kind: ErrRegions, Place: place(".name"), Value: region.Name, Why: "is the name of two regions"}
			}
		}
	}
	if r.Default < 0 || r.Default >= len(r.List) {
		return &PlaceError{Kind: ErrRegions, Place: "default", Value: strconv.Itoa(r.Default), Why: "is not the index of one of " + strconv.Itoa(len(r.List)) + " regions"}
	}
	return nil
}
