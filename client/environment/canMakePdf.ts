/** Whether maps can be exported as PDF and printed. */
export const canMakePdf = true;
