package calendar

// malaysia2027 has the estimated years, as far as they are complete: Deepavali
// of 2028 and 2030, Thaipusam of 2029 and 2030 and Wesak of 2030 cannot be told
// yet. So Selangor and Kuala Lumpur end with 2027, the days of all Malaysia with
// 2029.
var malaysia2027 = []malaysianDay{
	// 2027
	{2027, 1, 1, 0, myNewYear, myParts, myByRule},
	{2027, 1, 22, 0, myThaipusam, myParts, myEstimated},
	{2027, 2, 1, 0, myTerritory, myKualaLumpur, myByRule},
	{2027, 2, 6, 0, myChinese1, myAll, myEstimated},
	{2027, 2, 7, 0, myChinese2, myNationwide, myEstimated},
	{2027, 2, 7, 1, myChinese2, myParts, myEstimated},
	{2027, 2, 24, 0, myNuzul, myParts, myEstimated},
	{2027, 3, 9, 0, myPuasa1, myAll, myEstimated},
	{2027, 3, 10, 0, myPuasa2, myAll, myEstimated},
	{2027, 5, 1, 0, myLabour, myAll, myByRule},
	{2027, 5, 16, 0, myHaji, myNationwide, myEstimated},
	{2027, 5, 16, 1, myHaji, myParts, myEstimated},
	{2027, 5, 20, 0, myWesak, myAll, myEstimated},
	{2027, 6, 6, 0, myMuharram, myNationwide, myEstimated},
	{2027, 6, 6, 2, myMuharram, myParts, myEstimated},
	{2027, 6, 7, 0, myKing, myAll, myByRule},
	{2027, 8, 14, 0, myProphet, myAll, myEstimated},
	{2027, 8, 31, 0, myNational, myAll, myByRule},
	{2027, 9, 16, 0, myMalaysiaDay, myAll, myByRule},
	{2027, 10, 28, 0, myDeepavali, myParts, myEstimated},
	{2027, 12, 11, 0, mySultan, mySelangor, myByRule},
	{2027, 12, 25, 0, myChristmas, myAll, myByRule},
	// 2028
	{2028, 1, 26, 0, myChinese1, myNationwide, myEstimated},
	{2028, 1, 27, 0, myChinese2, myNationwide, myEstimated},
	{2028, 2, 26, 0, myPuasa1, myNationwide, myEstimated},
	{2028, 2, 27, 0, myPuasa2, myNationwide, myEstimated},
	{2028, 5, 1, 0, myLabour, myNationwide, myByRule},
	{2028, 5, 5, 0, myHaji, myNationwide, myEstimated},
	{2028, 5, 9, 0, myWesak, myNationwide, myEstimated},
	{2028, 5, 25, 0, myMuharram, myNationwide, myEstimated},
	{2028, 6, 5, 0, myKing, myNationwide, myByRule},
	{2028, 8, 3, 0, myProphet, myNationwide, myEstimated},
	{2028, 8, 31, 0, myNational, myNationwide, myByRule},
	{2028, 9, 16, 0, myMalaysiaDay, myNationwide, myByRule},
	{2028, 12, 25, 0, myChristmas, myNationwide, myByRule},
	// 2029
	{2029, 2, 13, 0, myChinese1, myNationwide, myEstimated},
	{2029, 2, 14, 0, myChinese2, myNationwide, myEstimated},
	{2029, 2, 14, 0, myPuasa1, myNationwide, myEstimated},
	{2029, 2, 15, 0, myPuasa2, myNationwide, myEstimated},
	{2029, 4, 24, 0, myHaji, myNationwide, myEstimated},
	{2029, 5, 1, 0, myLabour, myNationwide, myByRule},
	{2029, 5, 14, 0, myMuharram, myNationwide, myEstimated},
	{2029, 5, 27, 0, myWesak, myNationwide, myEstimated},
	{2029, 6, 4, 0, myKing, myNationwide, myByRule},
	{2029, 7, 24, 0, myProphet, myNationwide, myEstimated},
	{2029, 8, 31, 0, myNational, myNationwide, myByRule},
	{2029, 9, 16, 0, myMalaysiaDay, myNationwide, myByRule},
	{2029, 12, 25, 0, myChristmas, myNationwide, myByRule},
}
