package escalation

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar"
)

// OnCall is the owner of a ticket while no region is active.
const OnCall = "on-call"

// A Region is one that can own tickets: in its business hours, from an opening,
// included, to a closing, excluded, it is active. The zero Region has no
// name, which is an [ErrRegions].
type Region struct {
	Name     string
	Calendar *calendar.Calendar
}

// Regions are the regions among which tickets are handed over, in the order in
// which one is named before another. One of them is a ticket's default region.
// The zero Regions are none; see [NewRota] for what is right.
type Regions struct {
	List    []Region
	Default int    // its index
	Clause  string // the clause that says who owns a ticket, for answers that give reasons
}

// check says what is wrong with regions.
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
