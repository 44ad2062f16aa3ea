package policy

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/escalation"
)

// compileLadders checks the ladders and puts them by level.
func (p *Policy) compileLadders() error {
	a := &p.agreement
	p.ladders = make([]*LevelLadder, a.Scale.Len()+1)
	var found mistakes
	for i := range a.Ladders {
		l := &a.Ladders[i]
		place := fmt.Sprintf("ladders[%d]", i)
		level, err := a.Scale.Parse(l.Level)
		switch {
		case err != nil:
			found.wrong(place+".level", l.Level, "is not a level")
		case p.ladders[level.Rank()] != nil:
			found.wrong(place+".level", l.Level, "has two ladders")
		default:
			p.ladders[level.Rank()] = l
		}
		if err := l.Ladder.Check(); err != nil {
			found.add(wrongBy(place+".ladder", err))
		} else if first := len(a.Ladders[0].Ladder.Steps); len(l.Ladder.Steps) != first && first > 0 {
			found.wrong(place+".ladder", strconv.Itoa(len(l.Ladder.Steps))+" steps", "are not as many as those of ladders[0]; a ticket has one ladder, whose steps a change of level moves")
		}
		if l.Gate.Event != 0 || l.Gate.OffDays != "" {
			found.wrong(place+".gate", "", "can wait for a channel only")
		}
	}
	return found.err()
}

// compileOwners checks the regions and the roaming levels.
func (p *Policy) compileOwners() error {
	a := &p.agreement
	p.roams = make([]bool, a.Scale.Len()+1)
	var found mistakes
	if a.Regions != nil {
		var err error
		if p.rota, err = escalation.NewRota(*a.Regions); err != nil {
			found.add(wrongBy("regions", err))
		}
		for _, r := range a.Regions.List {
			p.handOvers = append(p.handOvers, handOver+r.Name)
		}
	}
	for i, name := range a.Roaming {
		if level, err := a.Scale.Parse(name); err != nil {
			found.wrong(fmt.Sprintf("roaming[%d]", i), name, "is not a level")
		} else {
			p.roams[level.Rank()] = true
		}
	}
	return found.err()
}

// wrongBy says what package escalation finds wrong with a part of an agreement.
func wrongBy(place string, err error) error {
	e := &PlaceError{Kind: ErrAgreement, Place: place, Why: err.Error(), Err: err}
	var at *escalation.PlaceError
	if errors.As(err, &at) {
		e.Place, e.Value, e.Why = place+"."+at.Place, at.Value, at.Why
		// "regions[2].name" and "default" are places in package escalation.
		if strings.HasPrefix(at.Place, place) {
			e.Place = at.Place
		}
	}
	return e
}
